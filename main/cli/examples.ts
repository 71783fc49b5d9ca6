// What each command has: examples in its help, and somebody who takes its outcome.
import type { Command } from 'commander';
import type { ExitCode } from './command.ts';

/** The heading of flags that many commands have. */
export const COMMON_OPTIONS = 'Which run, and how it is printed:';

/** Takes the outcome of a command. */
export type Run = (work: Promise<ExitCode>) => Promise<void>;

/** Adds lines to a command's help that can be run as they are. */
export function examples(command: Command, lines: string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
