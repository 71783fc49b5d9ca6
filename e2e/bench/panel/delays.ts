// How long after its answer a request is in the panel: some requests are sent by themselves, and looked for in what was drawn.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { ask, type RequestPage } from '../../product/control.ts';
import type { Served } from '../../product/serve.ts';
import { type Frame, pageTimeOrigin, recorded } from './frames.ts';

const EVERY_MS = 500;
const NAME = 'bench-probe';

type Answered = { /** Milliseconds since 1970. */ at: number; sequence: number };

/** Milliseconds from answer to the frame that had the row, or newer ones, for each request that was sent. */
export async function measureDelays(served: Served, page: Page, forMs: number): Promise<number[]> {
  const answered: Answered[] = [];
  const until = Date.now() + forMs;
  for (let number = 0; Date.now() < until; number += 1) {
    answered.push(await askOnce(served, number));
    await sleep(EVERY_MS);
  }
  const [frames, origin] = await Promise.all([recorded(page), pageTimeOrigin(page)]);
  return answered.map((one) => delayOf(one, frames, origin));
}

/** Its number is looked up at once: under load it is among the newest 500 only for half a second. */
async function askOnce(served: Served, number: number): Promise<Answered> {
  const path = `/latest/meta-data/${NAME}-${number}`;
  const response = await fetch(served.endpoint + path, { headers: { Connection: 'keep-alive' } });
  await response.arrayBuffer();
  const at = performance.timeOrigin + performance.now();
  const target = `/v1/requests?limit=500&filter=path:${encodeURIComponent(path)}`;
  const { items } = await ask<RequestPage>(served, 'GET', target);
  return { at, sequence: items.at(-1)?.sequence ?? Number.NaN };
}

function delayOf({ at, sequence }: Answered, frames: readonly Frame[], origin: number): number {
  const frame = frames.find(([, newest]) => newest >= sequence);
  return frame === undefined ? Infinity : Math.max(0, origin + frame[0] - at);
}
