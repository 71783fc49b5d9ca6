// A client as a child process that tells what it learns, a line of JSON at a time.

import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { end } from '../product/serve.ts';
import { REPOSITORY } from '../run/command.ts';
import type { Step } from './catalog.ts';

/** Long enough for a Java that compiles its source on a busy machine. */
const LONGEST_SILENCE_MS = 90_000;

export type Program = {
  /** The next line that it tells; an error when it ends or keeps silent instead. */
  next: () => Promise<unknown>;
  stop: () => Promise<void>;
};

/** Nothing of the user's own AWS settings, and no proxy between the two. */
function environment(endpoint: string, folder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  const bin = path.join(REPOSITORY, 'node_modules', '.bin');
  return {
    ...Object.fromEntries(kept),
    PATH: [folder, bin, process.env.PATH ?? ''].join(path.delimiter),
    NO_PROXY: '127.0.0.1',
    AWS_EC2_METADATA_SERVICE_ENDPOINT: endpoint,
    AWS_CONFIG_FILE: path.join(REPOSITORY, 'none'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(REPOSITORY, 'none'),
  };
}

/** Starts a client with no setting but the endpoint. */
export function startProgram(step: Step & { path?: string }, endpoint: string): Program {
  const env = environment(endpoint, step.path ?? path.dirname(process.execPath));
  const child = spawn(step.command, step.args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (complaint = (complaint + piece).slice(-2000)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { next: () => nextLine(child, lines, () => complaint), stop: () => end(child) };
}

async function nextLine(child: ChildProcess, lines: AsyncIterator<string>, complaint: () => string): Promise<unknown> {
  // One that keeps silent is ended, which ends its lines too.
  const silence = setTimeout(() => child.kill('SIGKILL'), LONGEST_SILENCE_MS);
  const line = await lines.next();
  clearTimeout(silence);
  if (line.done === true) throw new Error(`it ended without an answer\n${complaint().trim()}`);
  return JSON.parse(line.value) as unknown;
}
