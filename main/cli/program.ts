// The command line: the program, its help, and the command that runs Metadeck.
import { Command, CommanderError, Help, type Option } from 'commander';
import type { ExitCode } from './command.ts';
import { COMMON_OPTIONS, examples, type Run } from './examples.ts';
import type { Terminal } from './output.ts';
import { packageVersion } from './package-dir.ts';
import { addServeFlags } from './serve-flags.ts';
import type { ServeFlags } from './serve.ts';
import { usageLine } from './usage.ts';

/** Runs the command that the words name; answers the exit code. */
export async function runProgram(words: string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = await buildProgram(words, terminal, async (work) => {
    code = await work;
  });
  if (words.length === 0) {
    program.outputHelp();
    await terminal.write(await runningHere(terminal));
    return 0;
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    terminal.complain(usageLine(error, program, words));
    return 2;
  }
}

async function buildProgram(words: string[], terminal: Terminal, run: Run): Promise<Command> {
  const program = new Command('metadeck')
    .description('An EC2 Instance Metadata Service for your desk, with spot interruptions at the press of a button.')
    .version(packageVersion(), '--version', 'print the version')
    .helpOption('-h, --help', 'say what a command does, with examples')
    .helpCommand(false)
    .configureHelp({ groupItems: ownFirst })
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void terminal.write(text), writeErr: () => undefined });
  examples(program, ['metadeck serve', 'metadeck interrupt --action stop', 'metadeck get meta-data/instance-id']);
  program.commandsGroup('Run:');
  addServe(program, { words, terminal, run });
  // A start of one needs none of the commands that talk to it.
  if (words[0] !== 'serve') (await import('./client-commands.ts')).addClientCommands(program, terminal, run);
  return program;
}

/** What `metadeck` alone ends with. */
async function runningHere({ complain }: Terminal): Promise<string> {
  const [{ findRunning }, { listed }] = await Promise.all([
    import('../../server/discovery.ts'),
    import('./connect.ts'),
  ]);
  const running = await findRunning(complain);
  if (running.length === 0) return 'Nothing runs here; "metadeck serve" starts one.\n';
  return `Running here (pid, kind, endpoint):\n${listed(running)}\n`;
}

const help = new Help();

/** A command's own flags come before those that many have. */
function ownFirst<T extends Command | Option>(all: T[], visible: T[], groupOf: (item: T) => string): Map<string, T[]> {
  const groups = help.groupItems(all, visible, groupOf);
  const common = groups.get(COMMON_OPTIONS);
  if (common !== undefined) groups.delete(COMMON_OPTIONS);
  return common === undefined ? groups : groups.set(COMMON_OPTIONS, common);
}

type Serving = { words: string[]; terminal: Terminal; run: Run };

function addServe(program: Command, { words, terminal, run }: Serving): void {
  const command = program.command('serve').description('run Metadeck without a window until Ctrl+C');
  examples(addServeFlags(command), [
    'metadeck serve --port 1400 --open',
    'metadeck serve --imdsv2 --world ci.json --json',
    'metadeck serve --host 0.0.0.0 --hop-limit 2',
  ]);
  command.action((flags: ServeFlags) =>
    run(import('./serve.ts').then(({ serve }) => serve(flags, terminal, ['metadeck', ...words]))),
  );
}
