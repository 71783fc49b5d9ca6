// What `npm start` runs: the window where there can be one, otherwise the panel for a browser, and one line that says why.
import { Command, CommanderError } from 'commander';
import { processTerminal, type Terminal } from './output.ts';
import { addServeFlags } from './serve-flags.ts';
import type { ServeFlags } from './serve.ts';
import { usageLine } from './usage.ts';
import { findElectron, runWindow } from './window.ts';

type StartFlags = ServeFlags & { browser?: boolean };

async function start(words: string[], terminal: Terminal): Promise<number> {
  const program = addServeFlags(new Command('npm start --').option('--browser', 'serve the panel, without a window'))
    .description('Open the window of Metadeck where there can be one; otherwise serve its panel.')
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) terminal.complain(usageLine(error, program, words));
    return error.exitCode === 0 ? 0 : 2;
  }
  return run(program, terminal, words);
}

async function run(program: Command, terminal: Terminal, words: string[]): Promise<number> {
  const flags = program.opts<StartFlags>();
  if (!flags.browser && process.env['METADECK_PANEL'] !== 'browser') {
    const port = program.getOptionValueSource('port') === 'default' ? undefined : flags.port;
    const code = await window(port, terminal);
    if (code !== null) return code;
  }
  const { serve } = await import('./serve.ts');
  return serve(flags, terminal, ['npm', 'start', '--', ...words]);
}

/** Null, with the reason said, when there can be no window. */
async function window(port: number | undefined, terminal: Terminal): Promise<number | null> {
  const electron = await findElectron(process.env, terminal.complain);
  const code = electron.ok ? await runWindow(electron.data, port) : null;
  if (code !== null) return code;
  const reason = electron.ok ? 'Electron ended before it opened' : electron.error.message;
  terminal.complain(`No window, since ${reason}; open the panel in a browser instead.`);
  return null;
}

/** No top-level await: it is bundled as CommonJS (rolldown.config.ts). */
async function main(): Promise<void> {
  process.exitCode = await start(process.argv.slice(2), processTerminal());
}

void main();
