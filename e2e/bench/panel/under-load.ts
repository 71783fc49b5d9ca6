// The panel while 1,000 requests a second are answered: its frames, its heap, and how soon a row is there.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright';
import type { Served } from '../../product/serve.ts';
import { send } from '../load.ts';
import { percentile } from '../numbers.ts';
import { openPanel } from './browser.ts';
import { measureDelays } from './delays.ts';
import { type Frame, record, recorded } from './frames.ts';
import { atMost, type Row, told } from '../row.ts';

const RATE = 1000;
const SECONDS = 60;
const CONNECTIONS = 20;
const FIRST_HEAP_AT_MS = 20_000;
const LAST_HEAP_AT_MS = 58_000;
const TARGET = '/latest/meta-data/instance-id';
const MOST = { longestMs: 50, p99Ms: 20, heapMB: 20, delayMs: 150 };

type Pause = { from: number; to: number };
type Heap = { megabytes: number; pause: Pause };

export async function measureUnderLoad(browser: Browser, served: Served): Promise<{ rows: Row[]; page: Page }> {
  const page = await openPanel(browser, served);
  await record(page);
  const load = { url: served.endpoint + TARGET, connections: CONNECTIONS, headers: {}, overallRate: RATE };
  const [sent, delays, before, after] = await Promise.all([
    send({ ...load, duration: SECONDS }),
    measureDelays(served, page, (SECONDS - 5) * 1000),
    sleep(FIRST_HEAP_AT_MS).then(() => heap(page)),
    sleep(LAST_HEAP_AT_MS).then(() => heap(page)),
  ]);
  const frames = framesOutside(await recorded(page), [before.pause, after.pause]);
  const rows = [
    told('requests a second, for 60 s', sent.perSecond.toFixed(0)),
    atMost('longest frame', Math.max(...frames), MOST.longestMs, 'ms'),
    atMost('99th percentile of frames', percentile(frames, 99), MOST.p99Ms, 'ms'),
    told('frames', `${frames.length}, ${frames.filter((ms) => ms > MOST.longestMs).length} over 50 ms`),
    told(
      'heap after a collection, at 20 s and at the end',
      `${before.megabytes.toFixed(1)} MB, ${after.megabytes.toFixed(1)} MB`,
    ),
    atMost('more heap at the end than at 20 s', after.megabytes - before.megabytes, MOST.heapMB, 'MB'),
    atMost(`row there after its answer, 95 % of ${delays.length}`, percentile(delays, 95), MOST.delayMs, 'ms'),
  ];
  return { rows, page };
}

/** The heap after a collection, which holds the page up: when that was is told, in the page's own time. */
async function heap(page: Page): Promise<Heap> {
  const session = await page.context().newCDPSession(page);
  const from = await page.evaluate<number>('performance.now()');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const to = await page.evaluate<number>('performance.now()');
  await session.detach();
  return { megabytes: usedSize / 1e6, pause: { from, to: to + 100 } };
}

/** How long each frame took, in milliseconds, but for those that a forced collection fell into. */
function framesOutside(frames: readonly Frame[], pauses: readonly Pause[]): number[] {
  const [start = 0] = frames[0] ?? [];
  const durations = frames.map(([at], index) => ({ at, took: at - (frames[index - 1]?.[0] ?? start) }));
  return durations
    .slice(1)
    .filter(({ at, took }) => pauses.every(({ from, to }) => at < from || at - took > to))
    .map(({ took }) => took);
}
