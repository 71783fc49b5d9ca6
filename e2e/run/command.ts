// Runs other programs: shown as they go, or captured with a limit on how long they may keep silent.

import { spawn } from 'node:child_process';
import path from 'node:path';

export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

/** The longest that a timer can wait; no program here runs for weeks. */
const FOREVER_MS = 2 ** 31 - 1;

export type Environment = Record<string, string | undefined>;

export type Captured = { ok: boolean; output: string };

export type CaptureOptions = { env?: Environment; quietLimitMs?: number };

/** The project's own tools first, so that a script works the same with and without npm. */
function environment(extra: Environment): Environment {
  const bin = path.join(REPOSITORY, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** Runs a program with this terminal as its own; resolves to whether it ended well. */
export function runShown(command: string, args: string[], env: Environment = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: REPOSITORY,
      env: environment(env),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

/** Runs a program and keeps what it says. One that says nothing for `quietLimitMs` is ended and counts as failed. */
export function runCaptured(command: string, args: string[], options: CaptureOptions = {}): Promise<Captured> {
  const env = environment(options.env ?? {});
  const child = spawn(command, args, { cwd: REPOSITORY, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const streams = [child.stdout, child.stderr];
  return new Promise((resolve) => {
    let output = '';
    const silence = setTimeout(giveUp, options.quietLimitMs ?? FOREVER_MS);
    for (const stream of streams) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        silence.refresh();
      });
    }
    child.once('error', (error) => finish(false, error.message));
    child.once('close', (code) => finish(code === 0));

    function finish(ok: boolean, more = ''): void {
      clearTimeout(silence);
      resolve({ ok, output: output + more });
    }

    function giveUp(): void {
      child.kill('SIGKILL');
      // A grandchild may hold the pipes open; nobody waits for it.
      for (const stream of streams) stream.destroy();
      finish(false);
    }
  });
}

/** Whether a program is there and starts: what it says of its version, or undefined. */
export async function versionOf(executable: string, env: Environment = {}): Promise<string | undefined> {
  const { ok, output } = await runCaptured(executable, ['--version'], { env, quietLimitMs: 15_000 });
  return ok ? output.trim() : undefined;
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}
