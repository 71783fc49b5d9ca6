// Where the command writes, and what it knows of its surroundings: the boundary that tests replace.
import * as os from 'node:os';
import type { Environment } from '../../server/aemm/resolve.ts';

export type Shell = {
  env: Environment;
  /** Null where there is none. */
  home: string | null;
  /** Milliseconds since 1970. */
  now: () => number;
  /** To standard output, as it is. */
  print: (text: string) => void;
  /** To standard error, as it is. */
  complain: (text: string) => void;
  /** Lines to standard error, each under the time, as Go's log writes it. */
  log: (...lines: string[]) => void;
};

export function processShell(): Shell {
  const complain = writerTo(process.stderr);
  return {
    env: process.env,
    home: homeOf(process.env, process.platform),
    now: () => Date.now(),
    print: writerTo(process.stdout),
    complain,
    log(...lines) {
      const time = stamp(new Date());
      complain(lines.map((line) => `${time} ${line}\n`).join(''));
    },
  };
}

/** A reader that has gone away takes nothing from those who ask for metadata. */
function writerTo(stream: NodeJS.WriteStream): (text: string) => void {
  stream.on('error', () => undefined);
  return (text) => void stream.write(text);
}

/** As Go looks for it: the variable alone. */
export function homeOf(env: Environment, platform: NodeJS.Platform): string | null {
  const home = env[platform === 'win32' ? 'USERPROFILE' : 'HOME'];
  return home === undefined || home === '' ? null : home;
}

export const NO_HOME = `Warning: Failed to find home directory due to error: ${
  os.platform() === 'win32' ? '%userprofile%' : '$HOME'
} is not defined`;

/** `2006/01/02 15:04:05`, local time. */
export function stamp(at: Date): string {
  const date = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(two).join('/');
  return `${date} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'read-only file system',
  EISDIR: 'is a directory',
  ENOTDIR: 'not a directory',
  ENOSPC: 'no space left on device',
  ENAMETOOLONG: 'file name too long',
};

/** What the system found wrong, in its own words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return ERRORS[code] ?? code;
}

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends when the user wants the command to end. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => STOP_SIGNALS.forEach((signal) => process.once(signal, () => resolve())));
}
