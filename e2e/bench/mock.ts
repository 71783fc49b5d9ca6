// The same figures for ec2-metadata-mock, with its log into a file: throughput and memory.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CLI, end } from '../product/serve.ts';
import { send } from './load.ts';
import { residentMiB } from './process-figures.ts';
import { atMost, type Row, told } from './row.ts';
import { compare, takeToken } from './throughput.ts';

const MOCK = path.join(path.dirname(CLI), 'ec2-metadata-mock.cjs');
const TARGET = '/latest/meta-data/instance-id';
const CONNECTIONS = 32;
const FIRST = 50_000;
const ALL = 500_000;
const MOST_MIB = 30;

export async function measureMock(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ec2-metadata-mock-bench-'));
  const rows = [...(await throughput(folder)), ...(await memory(folder))];
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

export type Mock = { child: ChildProcess; endpoint: string; pid: number };

/** Starts it and waits until it has answered. */
export async function startMock(folder: string): Promise<Mock> {
  const port = await freePort();
  const log = openSync(path.join(folder, 'log'), 'w');
  const env = { ...process.env, HOME: folder, METADECK_RUN_DIR: path.join(folder, 'run') };
  const child = spawn(process.execPath, [MOCK, '--port', String(port)], { env, stdio: ['ignore', log, log] });
  const endpoint = `http://127.0.0.1:${port}`;
  while (!(await answers(`${endpoint}${TARGET}`))) if (child.exitCode !== null) throw new Error('The mock has ended.');
  return { child, endpoint, pid: child.pid ?? 0 };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, () => resolve((server.address() as AddressInfo).port));
  });
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, (response) => response.resume().once('end', () => resolve(true))).once('error', () => resolve(false));
  });
}

/** Values, and the notices whose times move on with each request. */
const PATHS = {
  'a value': TARGET,
  'a listing': '/latest/meta-data/',
  'a spot notice': '/latest/meta-data/spot/instance-action',
  'a rebalance recommendation': '/latest/meta-data/events/recommendations/rebalance',
  'a scheduled event': '/latest/meta-data/events/maintenance/scheduled',
};

async function throughput(folder: string): Promise<Row[]> {
  const mock = await startMock(folder);
  const rows: Row[] = [];
  for (const [what, target] of Object.entries(PATHS)) rows.push(...(await compare(`mock: ${what}`, mock, { target })));
  const headers = { 'X-aws-ec2-metadata-token': await takeToken(mock) };
  rows.push(...(await compare('mock: a value, IMDSv2', mock, { target: TARGET, headers })));
  await end(mock.child);
  return rows;
}

async function memory(folder: string): Promise<Row[]> {
  const { child, endpoint, pid } = await startMock(folder);
  const load = { url: endpoint + TARGET, connections: CONNECTIONS, headers: {} };
  await send({ ...load, amount: FIRST });
  const before = residentMiB(pid);
  await send({ ...load, amount: ALL - FIRST });
  const after = residentMiB(pid);
  await end(child);
  return [
    told('mock: resident after 50,000 / 500,000 requests', `${before.toFixed(0)} MiB / ${after.toFixed(0)} MiB`),
    atMost('mock: more after 500,000 than after 50,000', after - before, MOST_MIB, 'MiB'),
  ];
}
