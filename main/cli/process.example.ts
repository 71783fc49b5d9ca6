// For the tests: the real commands as processes, and a real `metadeck serve` for them to find.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import * as http from 'node:http';
import * as os from 'node:os';
import * as path from 'node:path';

export type Child = ChildProcessWithoutNullStreams;

export const SLOW = 60_000;
export const folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-cli-'));
const DIRS = { METADECK_RUN_DIR: path.join(folder, 'run'), METADECK_DATA_DIR: path.join(folder, 'data') };
export const ENV = { ...process.env, ...DIRS, NO_COLOR: '1', METADECK_TOKEN: '' };
const children: Child[] = [];

export function start(words: string[], env: Record<string, string> = {}, program = 'metadeck'): Child {
  const file = path.join(import.meta.dirname, `${program}.ts`);
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...words], { env: { ...ENV, ...env } });
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  children.push(child);
  return child;
}

export type Ended = { code: number | null; out: string; err: string };

export async function finished(child: Child): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout.on('data', (text: string) => (out += text));
  child.stderr.on('data', (text: string) => (err += text));
  // What a process or a socket says has no type of its own.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

export function run(...words: string[]): Promise<Ended> {
  return finished(start(words));
}

export async function line(child: Child): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    if (text.includes('\n')) return text.slice(0, text.indexOf('\n'));
  }
  throw new Error('It ended without a line.');
}

export type Served = { endpoint: string; control: string; token: string; pid: number };

export async function serve(...flags: string[]): Promise<{ child: Child; served: Served }> {
  const child = start(['serve', '--port', '0', '--control-port', '0', '--json', ...flags]);
  const first = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) resolve(text);
    });
    child.once('close', () => reject(new Error('serve has ended.')));
  });
  // What a process or a socket says has no type of its own.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { child, served: JSON.parse(first) as Served };
}

export async function fetched(url: string): Promise<string> {
  // What a process or a socket says has no type of its own.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const [response] = (await once(http.get(url, { agent: false }), 'response')) as [http.IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return text;
}

/** Ends every process that was started, and removes the folder. */
export function endAll(): void {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
