// What somebody should know of a run: warnings for the status, and what broke, with its stack on standard error.
import { maskedStack } from './masked-stack.ts';

export type Notes = {
  /** Something other than world, traffic or log changed. */
  changed: () => void;
  revision: () => number;
  /** Says one sentence to whoever looks at the status. */
  warn: (text: string) => void;
  warnings: () => { at: number; text: string }[];
  /**
   * Tells of a throw that should not have been: its stack without secrets goes to standard error, and a warning into the
   * status. What one line throws is told once, so that a mistake met by each request does not drown everything else.
   */
  failed: (error: unknown) => void;
};

const MAX_WARNINGS = 20;
const MAX_TOLD = 100;

/** `secret` is the control token that somebody named. */
export function createNotes(now: () => number, ring: () => void, secret: string): Notes {
  const kept: { at: number; text: string }[] = [];
  const told = new Set<string>();
  let revision = 0;
  const changed = (): void => {
    revision += 1;
    ring();
  };
  const warn = (text: string): void => {
    kept.push({ at: now(), text });
    if (kept.length > MAX_WARNINGS) kept.shift();
    changed();
  };
  return {
    changed,
    revision: () => revision,
    warnings: () => kept,
    warn,
    failed(error) {
      const stack = maskedStack(error, secret);
      const from = thrownFrom(stack);
      if (told.has(from)) return;
      if (told.size === MAX_TOLD) told.clear();
      told.add(from);
      toStandardError(stack);
      warn(`Something broke inside Metadeck; please report it: ${firstLine(stack)}`);
    },
  };
}

const FRAMES_COMPARED = 3;

/** The innermost frames: who called, and what the message says of it, may differ each time. */
function thrownFrom(stack: string): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.length === 0 ? stack : frames.slice(0, FRAMES_COMPARED).join('\n');
}

const MAX_SHOWN = 200;

function firstLine(stack: string): string {
  return (stack.split('\n', 1)[0] ?? '').slice(0, MAX_SHOWN);
}

/** A write to the stream itself would end the process where nobody reads the other end any more. */
function toStandardError(text: string): void {
  // oxlint-disable-next-line no-console
  console.error(text);
}
