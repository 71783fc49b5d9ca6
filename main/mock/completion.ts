// What can be completed of the command, from the same tables as its help.
import { BINARY, COMMANDS, flagsOf, ROOT, type Command } from './commands.ts';
import { type CompletedFlag, completionScript, SHELLS, type ShellName } from './completion-scripts.ts';
import type { Flag } from './flags.ts';

/** The script for a shell. */
export function mockCompletion(shell: ShellName): string {
  const commands = COMMANDS.map((command) => ({
    names: [command.name, ...command.aliases],
    short: command.short,
    words: WORDS[command.name] ?? [],
    flags: flagsIn(command),
  }));
  return completionScript(shell, { binary: BINARY, commands, flags: [...flagsIn(ROOT), VERSION] });
}

const WORDS: Partial<Record<Command['name'], readonly string[]>> = {
  completion: SHELLS,
  help: COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases]),
};

const HELP: CompletedFlag = { name: 'help', letter: 'h', value: 'none' };
const VERSION: CompletedFlag = { name: 'version', letter: 'v', value: 'none' };

function flagsIn(command: Command): CompletedFlag[] {
  return [...flagsOf(command).map(completed), HELP];
}

function completed({ name, letter, kind }: Flag): CompletedFlag {
  if (name === 'config-file') return { name, letter, value: 'file' };
  return { name, letter, value: kind === 'bool' ? 'none' : 'any' };
}
