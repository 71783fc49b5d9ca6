// Bad usage in one line: what was wrong, what is allowed, and the nearest match.
import { InvalidArgumentError, type Command, type CommanderError } from 'commander';
import { nearest } from '../../app/nearest.ts';

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
