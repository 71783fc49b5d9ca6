// A Deck at its fullest: ten clients, an event of every kind, and a skip while the notice stands.

import { ask } from '../product/control.ts';
import type { Served } from '../product/serve.ts';
import { readAs } from './lively.ts';

const CLIENTS = Array.from({ length: 10 }, (_, index) => `127.0.0.${index + 2}`);
const AGENT = 'aws-sdk-go/1.55.8 (go1.24; linux)';
const NOTICE = '/latest/meta-data/spot/instance-action';

/** Makes the events, and has every client read the notice. */
export async function crowd(served: Served): Promise<void> {
  for (const address of CLIENTS) await readAs(served, { address, agent: AGENT }, NOTICE);
  await ask(served, 'POST', '/v1/events/maintenance', { code: 'instance-retirement' });
  await ask(served, 'POST', '/v1/events/lifecycle', { state: 'Terminated' });
  await ask(served, 'POST', '/v1/events/rebalance-recommendation');
  await ask(served, 'POST', '/v1/events/spot-interruption', { noticeInSeconds: 300 });
  await ask(served, 'POST', '/v1/events/skip', { to: 'notice' });
  for (const address of CLIENTS) await readAs(served, { address, agent: AGENT }, NOTICE);
  await ask(served, 'POST', '/v1/events/skip', { seconds: 60 });
}
