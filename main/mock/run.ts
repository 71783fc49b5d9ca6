// One call of the command, from its words to its exit code: 0, 1 where a file is to blame, 2 where words or values are.
import type { AemmCommand } from '../../app/aemm/settings.ts';
import { AEMM_VERSION, BINARY, commandNamed, flagsOf, ROOT, type Command, type MockName } from './commands.ts';
import { mockCompletion } from './completion.ts';
import { SHELLS } from './completion-scripts.ts';
import { loadConfig, problemWith, type Refused } from './config/load.ts';
import { saveConfig } from './config/save.ts';
import { helpOf, usageOf } from './help.ts';
import { parseWords, type ParseError, type Parsed } from './parse.ts';
import type { Shell } from './shell.ts';

export type ExitCode = 0 | 1 | 2;

/** `stopped` is called once it is about to serve, and ends when it has to stop. */
export async function runMock(words: readonly string[], shell: Shell, stopped: () => Promise<void>): Promise<ExitCode> {
  const read = parseWords(words);
  if (!read.ok) return refuseWords(read.error, shell);
  const { parsed } = read;
  const printed = askedToPrint(parsed);
  if (printed !== null) {
    shell.print(printed);
    return 0;
  }
  const { name } = parsed.command;
  if (name === 'completion') return complete(parsed, shell);
  return name === 'help' ? explain(parsed, shell) : mock(MOCKS[name], parsed, shell, stopped);
}

function refuseWords({ command, message }: ParseError, shell: Shell): ExitCode {
  const usage = command === null ? `Run '${BINARY} --help' for usage.\n` : `${usageOf(command)}\n`;
  shell.complain(`Error: ${message}\n${usage}`);
  return 2;
}

function askedToPrint({ command, given }: Parsed): string | null {
  if (given.get('help') === 'true') return helpOf(command);
  return given.get('version') === 'true' ? AEMM_VERSION : null;
}

function complete({ command, rest }: Parsed, shell: Shell): ExitCode {
  const [name] = rest;
  if (name === undefined) {
    shell.print(helpOf(command));
    return 0;
  }
  const found = SHELLS.find((one) => one === name);
  if (found === undefined) {
    const message = `unknown command ${JSON.stringify(name)} for "${BINARY} completion". There are: ${SHELLS.join(', ')}.`;
    return refuseWords({ command, message }, shell);
  }
  shell.print(mockCompletion(found));
  return 0;
}

function explain({ rest }: Parsed, shell: Shell): ExitCode {
  const [topic] = rest;
  const command = topic === undefined ? ROOT : commandNamed(topic);
  if (command === undefined) shell.complain(`Unknown help topic \`${topic ?? ''}\`\n${usageOf(ROOT)}`);
  else shell.print(helpOf(command));
  return 0;
}

const MOCKS: Readonly<Record<MockName, AemmCommand>> = {
  root: 'all',
  spot: 'spot',
  events: 'events',
  asglifecycle: 'asglifecycle',
};

async function mock(
  mocked: AemmCommand,
  { command, given }: Parsed,
  shell: Shell,
  stopped: () => Promise<void>,
): Promise<ExitCode> {
  const asked = { command: mocked, flags: byKey(command, given) };
  const read = await loadConfig(asked, shell);
  if (!read.ok) return refuseConfig(command, read.refused, shell);
  const { loaded } = read;
  const startedAt = shell.now();
  if (loaded.run['save-config-to-file']) saveConfig(loaded, startedAt, shell);
  const problem = problemWith(loaded);
  if (problem !== null) return refuseConfig(command, { code: 2, message: problem }, shell);
  const { serve } = await import('./serve.ts');
  const served = await serve(loaded, { ...asked, printed: given, startedAt }, shell, stopped());
  if (served.ok) return 0;
  shell.complain(`Error: ${served.message}\n`);
  return 2;
}

/** What flags gave, by the configuration key that each one sets. */
function byKey(command: Command, given: ReadonlyMap<string, string>): Map<string, string> {
  const pairs = flagsOf(command).map(({ name, key }) => [key ?? name, given.get(name)] as const);
  return new Map(pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function refuseConfig(command: Command, { code, message }: Refused, shell: Shell): ExitCode {
  if (code === 1) shell.log(message.trimEnd());
  else shell.complain(`Error: ${message.trimEnd()}\n${usageOf(command)}\n`);
  return code;
}
