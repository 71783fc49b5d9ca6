// The built command as a process: started on a world, asked over its control port, killed, also as another user.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { CLI } from '../product/serve.ts';

/** On whichever ports are free. */
const SERVE = ['serve', '--port', '0', '--control-port', '0'];

export type Place = { folder: string; uid?: number; env?: Record<string, string> };

export type Ended = { code: number | null; out: string; err: string };

export type Serving = {
  child: ChildProcess;
  /** Where clients ask. */
  endpoint: string;
  control: string;
  token: string;
  ended: Promise<Ended>;
};

export type Answered = {
  status: number;
  body: { ok: boolean; error?: { code: string; message: string }; data?: unknown };
};

function spawned(
  words: readonly string[],
  { folder, uid, env = {} }: Place,
): { child: ChildProcess; ended: Promise<Ended> } {
  const dirs = { METADECK_RUN_DIR: path.join(folder, 'run'), METADECK_DATA_DIR: path.join(folder, 'data') };
  const child = spawn(process.execPath, [CLI, ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...dirs, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, out, err }));
  return { child, ended };
}

/** Runs a command to its end. */
export function run(place: Place, ...words: string[]): Promise<Ended> {
  return spawned(words, place).ended;
}

/** Runs `metadeck serve` to its end: for what it refuses. */
export function tryServe(place: Place, ...flags: string[]): Promise<Ended> {
  return run(place, ...SERVE, ...flags);
}

/** It ended with this code and these words on standard error. */
export function expectEnd({ code, err }: Ended, expected: number, words: string): void {
  expect(err).toContain(words);
  expect(code).toBe(expected);
}

/** Starts `metadeck serve`, and answers once it listens. */
export async function serve(place: Place, ...flags: string[]): Promise<Serving> {
  const { child, ended } = spawned([...SERVE, '--json', ...flags], place);
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const first = await Promise.race([once(lines, 'line').then(([line]) => String(line)), ended]);
  if (typeof first !== 'string') throw new Error(`It ended with ${first.code}: ${first.err}`);
  return { ...(JSON.parse(first) as Pick<Serving, 'endpoint' | 'control' | 'token'>), child, ended };
}

/** One operation over HTTP; rejects where no whole answer comes. */
export async function ask(
  { control, token }: Serving,
  method: string,
  target: string,
  body?: object,
): Promise<Answered> {
  const response = await fetch(`${control}${target}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: (await response.json()) as Answered['body'] };
}

/** Edits a value that no preset has. */
export function edit(serving: Serving, name: string, value: string): Promise<Answered> {
  return ask(serving, 'PUT', '/v1/metadata', { path: `meta-data/own/${name}`, value });
}

/** What a client gets there; null for a 404. */
export async function read({ endpoint }: Serving, target: string): Promise<string | null> {
  const response = await fetch(`${endpoint}/latest/meta-data/${target}`);
  const text = await response.text();
  return response.status === 200 ? text : null;
}

export async function end({ child, ended }: Serving, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<Ended> {
  child.kill(signal);
  return ended;
}
