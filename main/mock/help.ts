// Help and usage in the layout of cobra, from the tables of commands and flags.
import { BINARY, COMMANDS, ROOT, type Command } from './commands.ts';
import { SHELLS } from './completion-scripts.ts';
import { GLOBAL_FLAGS, type Flag } from './flags.ts';

/** What `--help` prints: what the command is for, and its usage. */
export function helpOf(command: Command): string {
  return `${command.long}\n\n${usageOf(command)}`;
}

/** The usage, which also follows an error. */
export function usageOf(command: Command): string {
  return [
    `Usage:\n  ${command.usage}\n`,
    aliasesOf(command),
    command.examples.length === 0 ? '' : `Examples:\n${command.examples.map((line) => `  ${line}\n`).join('')}`,
    subcommandsOf(command),
    `Flags:\n${flagLines(localFlags(command))}`,
    command === ROOT ? '' : `Global Flags:\n${flagLines([...GLOBAL_FLAGS, ...ownFlags(BINARY)])}`,
    more(command),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function aliasesOf({ name, aliases }: Command): string {
  if (aliases.length === 0 && name !== 'spot') return '';
  return `Aliases:\n  ${[name, ...aliases].join(', ')}\n`;
}

const SHELL_LINES = SHELLS.map((name) => ({ name, short: `Generate the autocompletion script for ${name}` }));

function subcommandsOf({ name }: Command): string {
  const listed = { root: COMMANDS, completion: SHELL_LINES }[name as string] ?? [];
  if (listed.length === 0) return '';
  const width = Math.max(...listed.map((one) => one.name.length));
  return `Available Commands:\n${listed.map((one) => `  ${one.name.padEnd(width)} ${one.short}\n`).join('')}`;
}

function more({ name }: Command): string {
  if (name === 'root') return `Use "${BINARY} [command] --help" for more information about a command.\n`;
  return name === 'completion'
    ? `Use "${BINARY} completion [command] --help" for more information about a command.\n`
    : '';
}

function localFlags(command: Command): Flag[] {
  if (command === ROOT) return [...GLOBAL_FLAGS, ...ownFlags(BINARY)];
  return [...command.flags, ...ownFlags(command.name).slice(0, 1)];
}

/** Those that cobra adds. */
function ownFlags(name: string): Flag[] {
  return [
    { name: 'help', letter: 'h', kind: 'bool', key: null, help: `help for ${name}` },
    { name: 'version', letter: 'v', kind: 'bool', key: null, help: `version for ${name}` },
  ];
}

/** Sorted by name, in two columns. */
function flagLines(flags: Flag[]): string {
  const sorted = [...flags].sort((a, b) => (a.name < b.name ? -1 : 1));
  const rows = sorted.map((flag) => ({ left: leftOf(flag), right: rightOf(flag) }));
  const width = Math.max(...rows.map(({ left }) => left.length)) + 3;
  return rows.map(({ left, right }) => `${left.padEnd(width)}${right.replaceAll('\n', newLine(width))}\n`).join('');
}

function newLine(width: number): string {
  return `\n${' '.repeat(width)}`;
}

function leftOf({ letter, name, kind }: Flag): string {
  const names = letter === undefined ? `      --${name}` : `  -${letter}, --${name}`;
  return kind === 'bool' ? names : `${names} ${kind}`;
}

function rightOf({ help, shown }: Flag): string {
  return shown === undefined ? help : `${help} (default ${shown})`;
}
