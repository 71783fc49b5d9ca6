// A panel as the server sees one: it holds the bell open and pulls what the bell says has changed, as often as the panel does.

import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestPage } from '../product/control.ts';
import type { Served } from '../product/serve.ts';

const MAX_PULL = 500;
const MAX_ROWS = 10_000;
const BUSY_GAP_MS = 80;

const served = JSON.parse(process.argv[2] ?? '') as Served;
const agent = new Agent({ keepAlive: true });
let cursor = 0;
let taken = 0;

function open(target: string): Promise<IncomingMessage> {
  const headers = { Authorization: `Bearer ${served.token}` };
  return new Promise((resolve, reject) => {
    const request = get(`${served.control}${target}`, { agent, headers }, resolve);
    // A kept connection may be closed just as it is used again; a browser asks anew, and so does this.
    request.once('error', (error) => (request.reusedSocket ? resolve(open(target)) : reject(error)));
  });
}

/** node:http rather than fetch, whose own cost would be taken for Metadeck's where processors are few. */
async function pull<T>(target: string): Promise<T> {
  const chunks: Buffer[] = [];
  for await (const chunk of await open(target)) chunks.push(chunk as Buffer);
  return (JSON.parse(Buffer.concat(chunks).toString('utf8')) as { data: T }).data;
}

/** As renderer/control/pull-log.ts does it. */
async function pullLog(): Promise<void> {
  for (;;) {
    const { items, next } = await pull<RequestPage>(`/v1/requests?after=${cursor}&limit=${MAX_PULL}`);
    cursor = next;
    taken += items.length;
    if (items.length < MAX_PULL) return;
    if (taken >= MAX_ROWS) await sleep(BUSY_GAP_MS);
  }
}

/** Pulls when rung, one at a time, and never sooner than `gapMs` after the last start. */
function createPull(work: () => Promise<unknown>, gapMs: number): () => void {
  let busy = false;
  let rung = false;
  async function run(): Promise<void> {
    busy = true;
    while (rung) {
      rung = false;
      await Promise.all([work(), sleep(gapMs)]);
    }
    busy = false;
  }
  return () => {
    rung = true;
    if (!busy) void run();
  };
}

/** The gaps are those of renderer/control/sync.ts. */
const pulls = [
  createPull(pullLog, 80),
  createPull(() => Promise.all([pull('/v1/events'), pull('/v1/audience')]), 100),
  createPull(() => pull('/v1/clients'), 250),
  createPull(() => pull('/v1/status'), 500),
];

const bell = await open('/v1/changes');
console.log('connected');
for await (const _ring of bell) for (const ring of pulls) ring();
