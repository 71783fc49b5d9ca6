// What people read: lines, aligned columns, local times, durations; never a control character of somebody else's.
import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { wordsOf } from '../../server/storage/words.ts';

/** Where a command writes, and how it hears from its user. */
export type Terminal = {
  /** To standard output; waits while its reader is behind. */
  write: (data: string | Uint8Array) => Promise<void>;
  /** One line to standard error. */
  complain: (line: string) => void;
  /** Asks the user; null where nobody is there to answer. */
  ask: ((question: string) => Promise<string>) | null;
  /** Ends when the user wants the command to end. */
  stopped: () => Promise<void>;
};

export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  stdout.on('error', endUnread);
  return {
    write: (data) => writeTo(stdout, data),
    complain: (line) => void stderr.write(`metadeck: ${line}\n`),
    // Asking the stream itself would open it.
    ask: isatty(STDIN) && stderr.isTTY ? askUser : null,
    stopped: () => new Promise((resolve) => STOP_SIGNALS.forEach((signal) => process.once(signal, () => resolve()))),
  };
}

/** Whoever read our output has read enough; output that was lost in another way is a failure. */
function endUnread(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  // The stream itself would end it after all else; this is the last line.
  writeSync(STDERR, `metadeck: The output could not be written: ${wordsOf(error)}.\n`);
  process.exit(1);
}

const STDIN = 0;
const STDERR = 2;
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function writeTo(stream: NodeJS.WriteStream, data: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (stream.write(data)) resolve();
    else stream.once('drain', () => resolve());
  });
}

async function askUser(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(question);
  lines.close();
  return answer.trim();
}

/** Text of others, safe for a terminal: on one line, control characters spelled out. */
export function plain(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A value in a table: on one line and not too long. */
export function shortened(text: string, length = 60): string {
  const line = plain(text);
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

/** Rows as lines, columns aligned, two blanks between them. */
export function table(rows: string[][]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return lines.map((line) => `${line}\n`).join('');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Local time: `09:32:00`, with the date in front when that is not today's. */
export function localTime(moment: string, now: number): string {
  const date = new Date(moment);
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  if (date.toDateString() === new Date(now).toDateString()) return time;
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${time}`;
}

const UNITS: [name: string, seconds: number][] = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
];

/** `1 min 20 s`: the largest unit that fits and the next one. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const first = UNITS.findIndex(([, size]) => whole >= size);
  if (first === -1) return '0 s';
  const parts = UNITS.slice(first, first + 2).map(([name, size], index) => {
    const count = Math.floor((index === 0 ? whole : whole % (UNITS[first]?.[1] ?? 1)) / size);
    return count > 0 || index === 0 ? `${count} ${name}` : '';
  });
  return parts.filter((part) => part !== '').join(' ');
}

/** `in 2 min`, `now`, `3 s ago`. */
export function relative(moment: string, now: number): string {
  const seconds = Math.round((Date.parse(moment) - now) / 1000);
  if (Math.abs(seconds) < 1) return 'now';
  return seconds > 0 ? `in ${duration(seconds)}` : `${duration(-seconds)} ago`;
}

/** `1 request`, `3 requests`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** A text as it is, anything else as JSON, in a table. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? plain(value) : shortened(JSON.stringify(value));
}
