// Bad usage in one line: what was wrong, what is allowed, and the nearest match.
import { InvalidArgumentError, type Command, type CommanderError } from 'commander';

/** The allowed word that was probably meant; null when none is near. */
export function nearest(given: string, allowed: readonly string[]): string | null {
  const asked = given.toLowerCase();
  const scored = allowed.map((word) => ({ word, distance: distanceTo(asked, word.toLowerCase()) }));
  const best = scored.sort((a, b) => a.distance - b.distance)[0];
  return best !== undefined && best.distance <= Math.max(2, Math.floor(asked.length / 3)) ? best.word : null;
}

/** A beginning of a word is as near as can be. */
function distanceTo(asked: string, word: string): number {
  return asked.length >= 3 && word.startsWith(asked) ? 0 : editDistance(asked, word);
}

/** How many letters have to be added, dropped, replaced or swapped with the next. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const steps = [at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same];
      row.push(Math.min(...steps, swapped ? at(before, j - 2) + 1 : Infinity));
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: number[], index: number): number {
  return row[index] ?? Infinity;
}

/** `Allowed: a, b, c; did you mean b?` */
export function advice(given: string, allowed: readonly string[]): string {
  const near = nearest(given, allowed);
  return near === null ? `Allowed: ${allowed.join(', ')}.` : `Did you mean ${near}? Allowed: ${allowed.join(', ')}.`;
}

/** For commander: a value that must be one of a list. */
export function oneOf<T extends string>(allowed: readonly T[]): (given: string) => T {
  return (given) => {
    const found = allowed.find((word) => word === given);
    if (found === undefined) throw new InvalidArgumentError(advice(given, allowed));
    return found;
  };
}

/** For commander: a whole number, or with `fraction` any number, within limits. */
export function numberFrom(min: number, max: number, fraction = false): (given: string) => number {
  return (given) => {
    const value = Number(given);
    const isNumber = /^\d+(\.\d+)?$/.test(given) && (fraction || Number.isInteger(value));
    if (isNumber && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`A ${fraction ? '' : 'whole '}number from ${min} to ${max} is needed.`);
  };
}

/** The one line for what commander found wrong in the words after `program`. */
export function usageLine(error: CommanderError, program: Command, words: string[]): string {
  const command = program.commands.find((one) => words.includes(one.name())) ?? program;
  const message = error.message
    .replace(/^error: (command-argument )?/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const given = /'([^']+)'/.exec(message)?.[1] ?? '';
  if (error.code === 'commander.unknownOption') return `${ended(message)} ${advice(given, flagsOf(command))}`;
  if (error.code === 'commander.unknownCommand') return `${ended(message)} ${advice(given, namesOf(program))}`;
  if (error.code === 'commander.invalidArgument') return ended(message);
  return `${ended(message)} See ${nameOf(command)} --help.`;
}

function ended(message: string): string {
  return /[.?]$/.test(message) ? message : `${message}.`;
}

function nameOf(command: Command): string {
  return command.parent ? `${command.parent.name()} ${command.name()}` : command.name();
}

function flagsOf(command: Command): string[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long }) => long ?? []);
}

function namesOf(program: Command): string[] {
  return program.commands.map((command) => command.name());
}
