// The words of a command line, read as cobra and pflag read them: `-x -1`, `-x=1`, `-x1`, `-sI`, `--flag=value`, `--`.
import { nearest } from '../../app/nearest.ts';
import { BINARY, COMMANDS, commandNamed, flagsOf, ROOT, type Command } from './commands.ts';
import { EVENT_FLAGS, GLOBAL_FLAGS, SPOT_FLAGS, type Flag } from './flags.ts';
import { readBool, readInt } from '../../server/aemm/flag-values.ts';

export type Parsed = {
  command: Command;
  /** What was given, by the name of the flag, in its last value, as pflag prints it. */
  given: ReadonlyMap<string, string>;
  /** Words that are neither a flag nor the command. */
  rest: readonly string[];
};

export type ParseError = {
  /** Whose usage to show; null where a hint at --help is enough. */
  command: Command | null;
  message: string;
};

export type ParseResult = { ok: true; parsed: Parsed } | { ok: false; error: ParseError };

const HELP: Flag = { name: 'help', letter: 'h', kind: 'bool', key: null, help: '' };
const VERSION: Flag = { name: 'version', letter: 'v', kind: 'bool', key: null, help: '' };

export function parseWords(words: readonly string[]): ParseResult {
  const { at, word } = findCommand(words);
  const command = word === null ? ROOT : commandNamed(word);
  if (command === undefined) return { ok: false, error: { command: null, message: unknownCommand(word ?? '') } };
  const flags = [...flagsOf(command), HELP, VERSION];
  const read = readFlags(
    words.filter((_, index) => index !== at),
    flags,
  );
  if (typeof read === 'string') return { ok: false, error: { command, message: read } };
  return { ok: true, parsed: { command, ...read } };
}

const ALL_FLAGS = [...GLOBAL_FLAGS, ...SPOT_FLAGS, ...EVENT_FLAGS, HELP, VERSION];

/** The first word that is neither a flag nor the value of one; a command may stand after flags, its own among them. */
function findCommand(words: readonly string[]): { at: number; word: string | null } {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') break;
    if (!isFlag(word)) return { at, word };
    if (takesNext(word)) at += 1;
  }
  return { at: -1, word: null };
}

function isFlag(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}

/** True where the next word is this one's value, as far as can be told before the command is known. */
function takesNext(word: string): boolean {
  if (word.includes('=')) return false;
  if (word.startsWith('--')) return isValued(ALL_FLAGS.find(({ name }) => name === word.slice(2)));
  // `-s` may stand before others; what follows the first letter that takes a value is its value.
  const letters = word.slice(1);
  const first = letters.split('').findIndex((letter) => isValued(ALL_FLAGS.find((flag) => flag.letter === letter)));
  return first === letters.length - 1;
}

/** As cobra has it, a flag that nobody knows takes a value. */
function isValued(flag: Flag | undefined): boolean {
  return flag?.kind !== 'bool';
}

function unknownCommand(word: string): string {
  const names = COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases]);
  // AEMM's documents name a command `spotitn`.
  const near = names.find((name) => name.length > 3 && word.startsWith(name)) ?? nearest(word, names);
  const hint = near === null ? '' : `. Did you mean ${near}?`;
  return `unknown command ${JSON.stringify(word)} for ${JSON.stringify(BINARY)}${hint}`;
}

type Reading = { flags: readonly Flag[]; words: readonly string[]; at: number; given: Map<string, string> };

/** What was given and what is left over; a message where a word is wrong. */
function readFlags(words: readonly string[], flags: readonly Flag[]): Pick<Parsed, 'given' | 'rest'> | string {
  const reading: Reading = { flags, words, at: 0, given: new Map() };
  const rest: string[] = [];
  for (; reading.at < words.length; reading.at += 1) {
    const word = words[reading.at] ?? '';
    if (word === '--') return { given: reading.given, rest: [...rest, ...words.slice(reading.at + 1)] };
    const problem = isFlag(word) ? readFlag(word, reading) : void rest.push(word);
    if (problem !== undefined) return problem;
  }
  return { given: reading.given, rest };
}

function readFlag(word: string, reading: Reading): string | undefined {
  return word.startsWith('--') ? readLong(word, reading) : readLetters(word, reading);
}

function readLong(word: string, reading: Reading): string | undefined {
  const [name = '', ...values] = word.slice(2).split('=');
  if (name === '' || name.startsWith('-')) return `bad flag syntax: ${word}`;
  const flag = reading.flags.find((one) => one.name === name);
  if (flag === undefined) return unknownFlag(name, reading.flags);
  if (word.includes('=')) return take(flag, values.join('='), reading);
  if (flag.kind === 'bool') return take(flag, 'true', reading);
  return takeNext(flag, `--${name}`, reading);
}

/** `-sx1`: letters, of which the last may take a value, joined, after `=`, or in the next word. */
function readLetters(word: string, reading: Reading): string | undefined {
  for (let letters = word.slice(1); letters !== ''; letters = letters.slice(1)) {
    const letter = letters[0] ?? '';
    const rest = letters.slice(1);
    const flag = reading.flags.find((one) => one.letter === letter);
    if (flag === undefined) return `unknown shorthand flag: '${letter}' in ${word}`;
    if (rest.startsWith('=')) return take(flag, rest.slice(1), reading);
    if (flag.kind !== 'bool' && rest !== '') return take(flag, rest, reading);
    if (flag.kind !== 'bool') return takeNext(flag, `'${letter}' in ${word}`, reading);
    take(flag, 'true', reading);
  }
  return undefined;
}

function takeNext(flag: Flag, label: string, reading: Reading): string | undefined {
  const next = reading.words[reading.at + 1];
  if (next === undefined) return `flag needs an argument: ${label}`;
  reading.at += 1;
  return take(flag, next, reading);
}

function take(flag: Flag, text: string, reading: Reading): string | undefined {
  const read = normal(flag, text);
  if (!read.ok) return invalidArgument(flag, text, read.problem);
  reading.given.set(flag.name, String(read.value));
  return undefined;
}

function normal(flag: Flag, text: string) {
  if (flag.kind === 'string') return { ok: true, value: text } as const;
  return flag.kind === 'bool' ? readBool(text) : readInt(text);
}

function invalidArgument(flag: Flag, text: string, problem: string): string {
  const label = flag.letter === undefined ? `--${flag.name}` : `-${flag.letter}, --${flag.name}`;
  const reader = flag.kind === 'bool' ? 'strconv.ParseBool' : 'strconv.ParseInt';
  const quoted = JSON.stringify(text);
  return `invalid argument ${quoted} for ${JSON.stringify(label)} flag: ${reader}: parsing ${quoted}: ${problem}`;
}

function unknownFlag(name: string, flags: readonly Flag[]): string {
  const near = nearest(
    name,
    flags.map((flag) => flag.name),
  );
  return near === null ? `unknown flag: --${name}` : `unknown flag: --${name}. Did you mean --${near}?`;
}
