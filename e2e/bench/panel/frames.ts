// Notes every frame of a page, and the newest row that was drawn in it.

import type { Page } from 'playwright';

/** When the frame came, in milliseconds of `performance.now()`, and the sequence number of the last row drawn. */
export type Frame = readonly [at: number, newest: number];

/** As text: it runs in the page. */
const RECORDER = `(() => {
  const frames = [];
  window.benchFrames = frames;
  const note = (at) => {
    const drawn = document.querySelector('#request-list [role="rowgroup"]')?.lastElementChild;
    frames.push([at, Number(drawn?.getAttribute('data-sequence') ?? 0)]);
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
})()`;

export async function record(page: Page): Promise<void> {
  await page.evaluate(RECORDER);
}

export function recorded(page: Page): Promise<Frame[]> {
  return page.evaluate<Frame[]>('window.benchFrames');
}

/** When the page's own time began, in milliseconds since 1970: both clocks are this machine's. */
export function pageTimeOrigin(page: Page): Promise<number> {
  return page.evaluate<number>('performance.timeOrigin');
}
