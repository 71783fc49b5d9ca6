// For the tests: a shell that keeps what was written, with a home, variables and a time of its own.
import type { Environment } from '../../server/aemm/resolve.ts';
import type { Shell } from './shell.ts';

/** 2024-08-01T12:00:00Z */
export const NOW = Date.UTC(2024, 7, 1, 12);

export type ExampleShell = Shell & {
  out: () => string;
  /** Standard error, without the times. */
  err: () => string;
};

export function exampleShell(given: { env?: Environment; home?: string | null } = {}): ExampleShell {
  let out = '';
  let err = '';
  return {
    env: given.env ?? {},
    home: given.home === undefined ? '/nowhere' : given.home,
    now: () => NOW,
    print: (text) => void (out += text),
    complain: (text) => void (err += text),
    log: (...lines) => void (err += lines.map((line) => `${line}\n`).join('')),
    out: () => out,
    err: () => err,
  };
}
