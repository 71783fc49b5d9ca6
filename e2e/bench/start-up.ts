// How long after its start `metadeck serve` has answered its first request.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CLI, end, firstLine } from '../product/serve.ts';
import { median } from './numbers.ts';
import { atMost, type Row, told } from './row.ts';

const STARTS = 9;
const MOST_MS = 400;

export async function measureStartUp(): Promise<Row[]> {
  await firstAnswerMs();
  const times: number[] = [];
  for (let start = 0; start < STARTS; start += 1) times.push(await firstAnswerMs());
  const [fastest, slowest] = [Math.min(...times), Math.max(...times)];
  return [
    atMost(`serve: first answer after its start, median of ${STARTS}`, median(times), MOST_MS, 'ms'),
    told('serve: fastest and slowest start', `${fastest.toFixed(0)} and ${slowest.toFixed(0)} ms`),
  ];
}

/** Milliseconds from starting the process to the end of its first answer. */
async function firstAnswerMs(): Promise<number> {
  const runDir = mkdtempSync(path.join(tmpdir(), 'metadeck-bench-'));
  const startedAt = performance.now();
  const args = [CLI, 'serve', '--json', '--port', '0', '--control-port', '0'];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, METADECK_RUN_DIR: runDir, METADECK_DATA_DIR: runDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { endpoint } = JSON.parse(await firstLine(child)) as { endpoint: string };
  await answered(`${endpoint}/latest/meta-data/instance-id`);
  const took = performance.now() - startedAt;
  await end(child);
  rmSync(runDir, { recursive: true, force: true });
  return took;
}

function answered(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, (response) => response.resume().once('end', resolve)).once('error', reject);
  });
}
