// The command that prints a script for a shell, which then completes the words of `metadeck`.
import type { Argument, Command, Option } from 'commander';
import {
  type CompletedCommand,
  type CompletedFlag,
  completionScript,
  type ShellName,
} from '../../mock/completion-scripts.ts';
import type { ExitCode } from '../command.ts';
import type { Terminal } from '../output.ts';

export async function completion(shell: ShellName, program: Command, terminal: Terminal): Promise<ExitCode> {
  const commands = program.commands.map(completed);
  await terminal.write(completionScript(shell, { binary: program.name(), commands, flags: flagsOf(program) }));
  return 0;
}

/** A group is completed as all that it has together. */
function completed(command: Command): CompletedCommand {
  const all = [command, ...command.commands];
  const given = all.flatMap(({ registeredArguments }) => registeredArguments);
  return {
    names: [command.name()],
    short: command.description(),
    words: [...command.commands.map((one) => one.name()), ...given.flatMap(({ argChoices }) => argChoices ?? [])],
    flags: all.flatMap(flagsOf),
    takesFile: given.some(isFile),
  };
}

function flagsOf(command: Command): CompletedFlag[] {
  return command.createHelp().visibleOptions(command).map(flag);
}

function flag(option: Option): CompletedFlag {
  return { name: option.long?.slice(2) ?? option.name(), letter: option.short?.slice(1), value: valueOf(option) };
}

function valueOf({ required, optional, argChoices, flags }: Option): CompletedFlag['value'] {
  if (argChoices !== undefined) return argChoices;
  if (!required && !optional) return 'none';
  return flags.endsWith('<file>') ? 'file' : 'any';
}

function isFile(argument: Argument): boolean {
  return argument.name() === 'file';
}
