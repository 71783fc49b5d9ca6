// Pulls the rows of the log after its cursor, at most 500 at once, and hands them on in one batch per frame.
import { MAX_PULL } from '../../app/log/max-pull.ts';
import type { LogLine } from '../../app/contract/traffic.ts';
import { addRows, emptyWindow, startLogOver, useLog } from '../stores/log/log.ts';
import { call } from './control.ts';
import { nextFrame } from './frame.ts';

/**
 * Between two full pulls, once the list is full: some 6,000 rows a second, more than anybody reads. What a faster client
 * asks stays with the server, which it would otherwise cost more than the answers do; its ring lets go of the rest.
 */
const BUSY_GAP_MS = 80;

let run: string | null = null;
/** The number of the oldest line that the server held last, as its status says, which may come before a run's first rows or after. */
let begin = 0;
let cursor = 0;
/** How often it was begun anew: what was asked before that is not taken, since rows come in order. */
let begun = 0;
let taken = 0;
let waiting: LogLine[] = [];
let scheduled = false;

/** Pulls until it has caught up. While the view is paused nothing is pulled; the server keeps what comes. */
export async function pullLog(): Promise<void> {
  while (useLog.getState().pausedAt === null) {
    const before = begun;
    const result = await call('requests.list', { after: cursor, limit: MAX_PULL });
    if (!result.ok || before !== begun) return;
    if (result.data.run !== run) startOver(result.data.run);
    else if (take(result.data) < MAX_PULL) return;
    else if (taken >= useLog.getState().limit) await new Promise((resolve) => setTimeout(resolve, BUSY_GAP_MS));
  }
}

/** The server's log begins at that number. Where that is before what it began at last, what was cleared came back, and is pulled. */
export async function logBeginsAt(first: number): Promise<void> {
  const isBack = first < begin;
  begin = first;
  if (!isBack) return;
  begun += 1;
  cursor = first - 1;
  taken = 0;
  waiting = [];
  emptyWindow();
  await pullLog();
}

function startOver(newRun: string): void {
  run = newRun;
  cursor = 0;
  taken = 0;
  waiting = [];
  startLogOver();
}

function take(page: { items: LogLine[]; next: number }): number {
  cursor = page.next;
  taken += page.items.length;
  waiting.push(...page.items);
  if (!scheduled) {
    scheduled = true;
    nextFrame(handOn);
  }
  return page.items.length;
}

function handOn(): void {
  scheduled = false;
  addRows(waiting);
  waiting = [];
}
