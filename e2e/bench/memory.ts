// How much more memory Metadeck holds after ten times as many requests: next to none, since every collection has a bound.

import path from 'node:path';
import { end, firstLine, startServe } from '../product/serve.ts';
import { send } from './load.ts';
import { residentMiB } from './process-figures.ts';
import { atMost, type Row, told } from './row.ts';
import { startScript } from './script.ts';

const TARGET = '/latest/meta-data/instance-id';
const CONNECTIONS = 32;
const FIRST = 50_000;
const ALL = 500_000;
const MOST_MIB = 30;

export async function measureMemory(): Promise<Row[]> {
  const served = await startServe();
  const panel = startScript(path.join(import.meta.dirname, 'panel-process.ts'), JSON.stringify(served));
  await firstLine(panel);
  const load = { url: served.endpoint + TARGET, connections: CONNECTIONS, headers: {} };
  await send({ ...load, amount: FIRST });
  const before = residentMiB(served.pid);
  await send({ ...load, amount: ALL - FIRST });
  const after = residentMiB(served.pid);
  await end(panel);
  await served.stop();
  return [
    told('memory: resident after 50,000 / 500,000 requests', `${before.toFixed(0)} MiB / ${after.toFixed(0)} MiB`),
    atMost('memory: more after 500,000 than after 50,000', after - before, MOST_MIB, 'MiB'),
  ];
}
