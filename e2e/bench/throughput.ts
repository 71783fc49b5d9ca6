// How many requests a second Metadeck answers, and how slow the slowest are, beside a bare server that sends the same bytes.

import path from 'node:path';
import { ask } from '../product/control.ts';
import { end, firstLine, type Served, startServe } from '../product/serve.ts';
import { capture } from './capture.ts';
import { type Loaded, send } from './load.ts';
import { median } from './numbers.ts';
import { cpuSeconds } from './process-figures.ts';
import { atLeast, atMost, type Row, told } from './row.ts';
import { startScript } from './script.ts';

const CONNECTIONS = 32;
/** A round is this many turns of each server. */
const TURNS = 2;
const SECONDS = 1;
const ROUNDS = 5;
const LEAST_THROUGHPUT = 0.9;
const MOST_P99 = 1.5;

/** What is asked: a path, in which way, and the status that it is answered with; 200 without it. */
export type Asking = { target: string; headers?: Record<string, string>; status?: number };

type Asked = Pick<Served, 'endpoint' | 'pid'>;
type Server = { url: string; pid: number };
type Pairs = { bare: Round[]; metadeck: Round[] };
type Round = Pick<Loaded, 'perSecond' | 'p99Ms'> & { cpuMicroseconds: number };

const VALUE = '/latest/meta-data/instance-id';
const NOTICE = '/latest/meta-data/spot/instance-action';

/** Metadeck with its log on and a panel connected: values, listings, and notices before and after there are any. */
export async function measureThroughput(): Promise<Row[]> {
  const served = await startServe();
  const panel = startScript(path.join(import.meta.dirname, 'panel-process.ts'), JSON.stringify(served));
  await firstLine(panel);
  const token = { 'X-aws-ec2-metadata-token': await takeToken(served) };
  const rows = [
    ...(await compare('serve: a value, IMDSv1', served, { target: VALUE })),
    ...(await compare('serve: a value, IMDSv2', served, { target: VALUE, headers: token })),
    ...(await compare('serve: a listing', served, { target: '/latest/meta-data/' })),
    ...(await compare('serve: no notice, 404', served, { target: NOTICE, status: 404 })),
  ];
  await ask(served, 'POST', '/v1/events/spot-interruption');
  rows.push(...(await compare('serve: a notice', served, { target: NOTICE, headers: token })));
  await end(panel);
  await served.stop();
  return rows;
}

/** A token that lasts longer than any measurement. */
export async function takeToken({ endpoint }: Pick<Served, 'endpoint'>): Promise<string> {
  const headers = { 'X-aws-ec2-metadata-token-ttl-seconds': '21600' };
  const response = await fetch(`${endpoint}/latest/api/token`, { method: 'PUT', headers });
  return response.text();
}

/** Requests a second, the slowest and the processor time of one that is asked, beside a bare server. */
export async function compare(name: string, served: Asked, asking: Asking): Promise<Row[]> {
  const url = served.endpoint + asking.target;
  const child = startScript(
    path.join(import.meta.dirname, 'bare-process.ts'),
    JSON.stringify(await capture(url, asking.headers ?? {})),
  );
  const bare = { url: (await firstLine(child)) + asking.target, pid: child.pid ?? 0 };
  const figures = await inTurns(bare, { url, pid: served.pid }, asking);
  await end(child);
  return rowsOf(name, figures.bare, figures.metadeck);
}

/**
 * In short turns, so that whatever else the machine does falls on both, and each round is compared with itself; the first
 * one warms up.
 */
async function inTurns(bare: Server, metadeck: Server, asking: Asking): Promise<Pairs> {
  const measured: Pairs = { bare: [], metadeck: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const turns: Pairs = { bare: [], metadeck: [] };
    for (let turn = 0; turn < TURNS; turn += 1) {
      turns.bare.push(await measure(bare, asking));
      turns.metadeck.push(await measure(metadeck, asking));
    }
    if (round === 0) continue;
    measured.bare.push(averaged(turns.bare));
    measured.metadeck.push(averaged(turns.metadeck));
  }
  return measured;
}

function averaged(turns: Round[]): Round {
  const mean = (field: keyof Round): number => turns.reduce((sum, turn) => sum + turn[field], 0) / turns.length;
  return { perSecond: mean('perSecond'), p99Ms: mean('p99Ms'), cpuMicroseconds: mean('cpuMicroseconds') };
}

async function measure({ url, pid }: Server, { headers = {}, status = 200 }: Asking): Promise<Round> {
  const before = cpuSeconds(pid);
  const loaded = await send({ url, connections: CONNECTIONS, headers, status, duration: SECONDS });
  const { perSecond, p99Ms } = loaded;
  return { perSecond, p99Ms, cpuMicroseconds: ((cpuSeconds(pid) - before) * 1_000_000) / loaded.requests };
}

function rowsOf(name: string, bare: Round[], metadeck: Round[]): Row[] {
  const middle = (figures: Round[], field: keyof Round): number => median(figures.map((one) => one[field]));
  const ratio = (field: keyof Round): number =>
    median(metadeck.map((one, i) => one[field] / (bare[i]?.[field] ?? NaN)));
  const both = (field: keyof Round, digits: number, unit: string): string =>
    [bare, metadeck].map((figures) => `${middle(figures, field).toFixed(digits)} ${unit}`).join(' / ');
  return [
    told(`${name}: bare server / Metadeck`, both('perSecond', 0, 'a second')),
    atLeast(`${name}: throughput of a bare server's`, ratio('perSecond'), LEAST_THROUGHPUT),
    told(`${name}: p99, bare server / Metadeck`, both('p99Ms', 2, 'ms')),
    atMost(`${name}: p99 of a bare server's`, ratio('p99Ms'), MOST_P99, ''),
    told(`${name}: processor time a request, bare server / Metadeck`, both('cpuMicroseconds', 1, 'µs')),
  ];
}
