// A panel as the server sees one: it holds the bell open and pulls what the bell says has changed, as often as the panel does.

import { ask, type RequestPage } from '../product/control.ts';
import type { Served } from '../product/serve.ts';

const MAX_PULL = 500;

const served = JSON.parse(process.argv[2] ?? '') as Served;
let cursor = 0;

async function pullLog(): Promise<void> {
  for (;;) {
    const target = `/v1/requests?after=${cursor}&limit=${MAX_PULL}`;
    const { items, next } = await ask<RequestPage>(served, 'GET', target);
    cursor = next;
    if (items.length < MAX_PULL) return;
  }
}

/** Pulls when rung, one at a time, and never sooner than `gapMs` after the last start. */
function createPull(pull: () => Promise<unknown>, gapMs: number): () => void {
  let busy = false;
  let rung = false;
  async function run(): Promise<void> {
    busy = true;
    while (rung) {
      rung = false;
      await Promise.all([pull(), new Promise((resolve) => setTimeout(resolve, gapMs))]);
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
  createPull(pullLog, 0),
  createPull(() => Promise.all([ask(served, 'GET', '/v1/events'), ask(served, 'GET', '/v1/audience')]), 100),
  createPull(() => ask(served, 'GET', '/v1/clients'), 250),
  createPull(() => ask(served, 'GET', '/v1/status'), 500),
];

const response = await fetch(`${served.control}/v1/changes`, { headers: { Authorization: `Bearer ${served.token}` } });
if (response.body === null) throw new Error('The bell has no stream.');
console.log('connected');
for await (const _bell of response.body) for (const ring of pulls) ring();
