// How many requests a second Metadeck answers, and how slow the slowest are, beside a bare server that sends the same bytes.

import path from 'node:path';
import { end, firstLine, type Served, startServe } from '../product/serve.ts';
import { capture } from './capture.ts';
import { type Loaded, send } from './load.ts';
import { median } from './numbers.ts';
import { cpuSeconds } from './process-figures.ts';
import { atLeast, atMost, type Row, told } from './row.ts';
import { startScript } from './script.ts';

const TARGET = '/latest/meta-data/instance-id';
const CONNECTIONS = 32;
/** A round is this many turns of each server. */
const TURNS = 3;
const SECONDS = 1;
const ROUNDS = 5;
const LEAST_THROUGHPUT = 0.7;
const MOST_P99 = 2.5;

type Asked = Pick<Served, 'endpoint' | 'pid'>;
type Server = { url: string; pid: number };
type Pairs = { bare: Round[]; metadeck: Round[] };
type Round = Pick<Loaded, 'perSecond' | 'p99Ms'> & { cpuMicroseconds: number };

/** Metadeck with its log on and a panel connected, asked in the way of IMDSv1 and of IMDSv2. */
export async function measureThroughput(): Promise<Row[]> {
  const served = await startServe();
  const panel = startScript(path.join(import.meta.dirname, 'panel-process.ts'), JSON.stringify(served));
  await firstLine(panel);
  const v1 = await compare('IMDSv1 GET', served, {});
  const v2 = await compare('IMDSv2 GET', served, { 'X-aws-ec2-metadata-token': await takeToken(served) });
  await end(panel);
  await served.stop();
  return [...v1, ...v2];
}

async function takeToken({ endpoint }: Served): Promise<string> {
  const headers = { 'X-aws-ec2-metadata-token-ttl-seconds': '21600' };
  const response = await fetch(`${endpoint}/latest/api/token`, { method: 'PUT', headers });
  return response.text();
}

/** Requests a second, the slowest and the processor time of one that is asked, beside a bare server. */
export async function compare(name: string, served: Asked, headers: Record<string, string>): Promise<Row[]> {
  const url = served.endpoint + TARGET;
  const child = startScript(
    path.join(import.meta.dirname, 'bare-process.ts'),
    JSON.stringify(await capture(url, headers)),
  );
  const bare = { url: (await firstLine(child)) + TARGET, pid: child.pid ?? 0 };
  const figures = await inTurns(bare, { url, pid: served.pid }, headers);
  await end(child);
  return rowsOf(name, figures.bare, figures.metadeck);
}

/**
 * In short turns, so that whatever else the machine does falls on both, and each round is compared with itself; the first
 * one warms up.
 */
async function inTurns(bare: Server, metadeck: Server, headers: Record<string, string>): Promise<Pairs> {
  const measured: Pairs = { bare: [], metadeck: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const turns: Pairs = { bare: [], metadeck: [] };
    for (let turn = 0; turn < TURNS; turn += 1) {
      turns.bare.push(await measure(bare, headers));
      turns.metadeck.push(await measure(metadeck, headers));
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

async function measure({ url, pid }: Server, headers: Record<string, string>): Promise<Round> {
  const before = cpuSeconds(pid);
  const loaded = await send({ url, connections: CONNECTIONS, headers, duration: SECONDS });
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
