// The built product as a child process: `metadeck serve`, started, asked and stopped.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { REPOSITORY } from '../run/command.ts';

export const CLI = path.join(REPOSITORY, 'dist', 'cli', 'metadeck.cjs');

export type Served = {
  /** Where clients ask, such as `http://127.0.0.1:41338`. */
  endpoint: string;
  /** Where the panel and the control API are. */
  control: string;
  token: string;
  pid: number;
  /** Folder of its control socket: a command that gets it as METADECK_RUN_DIR finds this instance and no other. */
  runDir: string;
  stop: () => Promise<void>;
};

/** Starts `metadeck serve` on free ports and resolves once it listens. */
export async function startServe(...flags: string[]): Promise<Served> {
  const runDir = mkdtempSync(path.join(tmpdir(), 'metadeck-e2e-'));
  const served = await startServeIn(runDir, ...flags);
  const stop = async () => {
    await served.stop();
    rmSync(runDir, { recursive: true, force: true });
  };
  return { ...served, stop };
}

/** The same in a folder of somebody else's, which outlives it. */
export async function startServeIn(runDir: string, ...flags: string[]): Promise<Served> {
  const args = [CLI, 'serve', '--json', '--port', '0', '--control-port', '0', ...flags];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, METADECK_RUN_DIR: runDir, METADECK_DATA_DIR: runDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const announced = JSON.parse(await firstLine(child)) as Omit<Served, 'runDir' | 'stop'>;
  return { ...announced, runDir, stop: () => end(child) };
}

/** The first line on standard output; a process that ends without one is an error. */
export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('The child has no standard output.');
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before its first line.`)));
  });
}

/** Ends a child and waits until it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGTERM');
  await gone;
}
