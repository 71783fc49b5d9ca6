// Bad usage in one line: what was wrong, what is allowed, and the nearest match.
import { Argument, InvalidArgumentError, Option, type Command, type CommanderError } from 'commander';
import { nearest } from '../../app/nearest.ts';

/** `Allowed: a, b, c; did you mean b?` */
export function advice(given: string, allowed: readonly string[]): string {
  const near = nearest(given, allowed);
  return near === null ? `Allowed: ${allowed.join(', ')}.` : `Did you mean ${near}? Allowed: ${allowed.join(', ')}.`;
}

/** For commander: a value that must be one of a list. */
function oneOf<T extends string>(allowed: readonly T[]): (given: string) => T {
  return (given) => {
    const found = allowed.find((word) => word === given);
    if (found === undefined) throw new InvalidArgumentError(advice(given, allowed));
    return found;
  };
}

/** A flag whose value is one of a list, which help and completions name. */
export function choiceFlag(flags: string, words: string, allowed: readonly string[]): Option {
  return new Option(flags, words).choices(allowed).argParser(oneOf(allowed));
}

/** An argument that is one of a list, which help and completions name. */
export function choiceArgument(usage: string, words: string, allowed: readonly string[]): Argument {
  return new Argument(usage, words).choices(allowed).argParser(oneOf(allowed));
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

/** For commander: a file's name, which a variable that is not set does not give. */
export function fileName(given: string): string {
  if (given !== '') return given;
  throw new InvalidArgumentError('The name of a file is needed, and this is empty.');
}

const SECONDS_OF: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** For commander: a number and its unit, such as `90s`, `10m` or `1h`, as whole seconds within limits. */
export function durationFrom(min: number, max: number): (given: string) => number {
  return (given) => {
    const [, count, unit = ''] = /^(\d{1,9})([smh])$/.exec(given) ?? [];
    const value = Number(count) * (SECONDS_OF[unit] ?? Number.NaN);
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`A time from ${inUnit(min)} to ${inUnit(max)} is needed, such as 90s or 10m.`);
  };
}

function inUnit(seconds: number): string {
  const [unit, size] = Object.entries(SECONDS_OF).findLast(([, of]) => seconds % of === 0) ?? ['s', 1];
  return `${seconds / size}${unit}`;
}

/** The one line for what commander found wrong in the words after `program`. */
export function usageLine(error: CommanderError, program: Command, words: string[]): string {
  const command = commandIn(program, words);
  const message = error.message
    .replace(/^error: (command-argument )?/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const given = /'([^']+)'/.exec(message)?.[1] ?? '';
  if (error.code === 'commander.unknownOption') return `${ended(message)} ${advice(given, flagsOf(command))}`;
  if (error.code === 'commander.unknownCommand') return unknownCommand(given, command);
  if (error.code === 'commander.excessArguments' && command.commands.length > 0) {
    return unknownCommand(
      words.slice(words.indexOf(command.name()) + 1).find((word) => !word.startsWith('-')) ?? '',
      command,
    );
  }
  if (error.code === 'commander.invalidArgument') return ended(message);
  return `${ended(message)} See ${nameOf(command)} --help.`;
}

/** The command that the words name: the program's, and where that is a group, one of the group's. */
function commandIn(program: Command, words: string[]): Command {
  const first = words.findIndex((word) => namesOf(program).includes(word));
  const group = program.commands.find((one) => one.name() === words[first]);
  return group?.commands.find((one) => one.name() === words[first + 1]) ?? group ?? program;
}

/** A word that stands where one of the names of commands is needed. */
function unknownCommand(given: string, command: Command): string {
  const names = namesOf(command);
  // Only a group gets so far with one of its own words: a flag stood before it.
  if (names.includes(given)) return `'${given}' has to follow '${command.name()}' at once; put flags behind it.`;
  return `unknown command '${given}'. ${advice(given, names)}`;
}

function ended(message: string): string {
  return /[.?]$/.test(message) ? message : `${message}.`;
}

function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}

function flagsOf(command: Command): string[] {
  // A group's name alone is its first command.
  const usual = command.parent === null ? command : (command.commands[0] ?? command);
  return usual
    .createHelp()
    .visibleOptions(usual)
    .flatMap(({ long }) => long ?? []);
}

function namesOf(program: Command): string[] {
  return program.commands.map((command) => command.name());
}
