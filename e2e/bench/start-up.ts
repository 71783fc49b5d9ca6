// How long after its start each command has answered its first request, and what it holds then, beside a server of one line.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CLI, end, firstLine } from '../product/serve.ts';
import { startMock } from './mock.ts';
import { median } from './numbers.ts';
import { residentMiB } from './process-figures.ts';
import { atMost, type Row, told } from './row.ts';

const STARTS = 15;
const MOST_RATIO = 1.6;
const MOST_MEMORY_RATIO = 1.25;
const MOST_MEMORY_MIB = 16;
const TARGET = '/latest/meta-data/instance-id';

const ONE_LINE = `require('node:http').createServer((_, res) => res.end('x')).listen(0, '127.0.0.1', function () { console.log('http://127.0.0.1:' + this.address().port) })`;

type Begun = { child: ChildProcess; pid: number };
type Start = { ms: number; mib: number };

const KINDS: Record<string, (folder: string) => Promise<Begun>> = {
  'one line': async () => {
    const child = spawn(process.execPath, ['-e', ONE_LINE], { stdio: ['ignore', 'pipe', 'inherit'] });
    await answered(await firstLine(child));
    return { child, pid: child.pid ?? 0 };
  },
  serve: async (folder) => {
    const child = spawn(process.execPath, [CLI, 'serve', '--json', '--port', '0', '--control-port', '0'], {
      env: { ...process.env, METADECK_RUN_DIR: folder, METADECK_DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { endpoint } = JSON.parse(await firstLine(child)) as { endpoint: string };
    await answered(endpoint + TARGET);
    return { child, pid: child.pid ?? 0 };
  },
  mock: startMock,
};

/** In turns, so that whatever else the machine does falls on all; the first turn warms up. */
export async function measureStartUp(): Promise<Row[]> {
  const starts = new Map<string, Start[]>(Object.keys(KINDS).map((kind) => [kind, []]));
  for (let turn = 0; turn <= STARTS; turn += 1) {
    for (const [kind, begin] of Object.entries(KINDS)) {
      const start = await startOf(begin);
      if (turn > 0) starts.get(kind)?.push(start);
    }
  }
  const figure = (kind: string, field: keyof Start) => median((starts.get(kind) ?? []).map((one) => one[field]));
  const [ms, mib] = [figure('one line', 'ms'), figure('one line', 'mib')];
  const most = MOST_MEMORY_RATIO * mib + MOST_MEMORY_MIB;
  return [
    told('first answer after its start: a server of one line', `${ms.toFixed(0)} ms, then ${mib.toFixed(0)} MiB`),
    ...['serve', 'mock'].flatMap((kind) => [
      told(`${kind}: first answer after its start, median of ${STARTS}`, `${figure(kind, 'ms').toFixed(0)} ms`),
      atMost(`${kind}: the same of the server's of one line`, figure(kind, 'ms') / ms, MOST_RATIO, ''),
      atMost(`${kind}: resident after its first answer`, figure(kind, 'mib'), most, 'MiB'),
    ]),
  ];
}

/** Milliseconds from starting the process to the end of its first answer, and what it holds then. */
async function startOf(begin: (folder: string) => Promise<Begun>): Promise<Start> {
  const folder = mkdtempSync(path.join(tmpdir(), 'metadeck-bench-'));
  const startedAt = performance.now();
  const { child, pid } = await begin(folder);
  const start = { ms: performance.now() - startedAt, mib: residentMiB(pid) };
  await end(child);
  rmSync(folder, { recursive: true, force: true });
  return start;
}

function answered(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, (response) => response.resume().once('end', resolve)).once('error', reject);
  });
}
