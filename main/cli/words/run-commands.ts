// The commands on a run itself: where it answers, and its settings.
import { DEFAULT_SETTINGS } from '../../../app/settings/defaults.ts';
import { SHELLS, type ShellName } from '../../mock/completion-scripts.ts';
import type { ClientFlags } from '../client-flags.ts';
import type { SettingName } from '../commands/settings.ts';
import { status } from '../commands/status.ts';
import { restartServer, rotateToken, startServer, stopServer, type WhereFlags } from '../commands/server.ts';
import { examples } from '../examples.ts';
import { hostAddress, portNumber } from '../serve-flags.ts';
import { choiceArgument } from '../usage.ts';
import { type Adding, clientCommand, commandGroup } from './client-command.ts';

export function addRunCommands(adding: Adding): void {
  addServer(adding);
  addSettings(adding);
  addCompletion(adding);
}

function addServer({ to, terminal, run }: Adding): void {
  const group = commandGroup(to, { name: 'server', usual: 'status' }, 'start or stop answering, or make a new token', [
    'metadeck server stop',
    'metadeck server start --port 1400',
    'metadeck server rotate-token',
  ]);
  clientCommand(group, 'status', 'show where it answers, what it is, and what is under way', [
    'metadeck server status',
  ]).action((flags: ClientFlags) => run(status(flags, terminal)));
  for (const [name, description, work] of [
    ['start', 'start answering, there or where it was last', startServer],
    ['restart', 'stop answering and start, there or where it was last', restartServer],
  ] as const) {
    clientCommand(group, name, description, [`metadeck server ${name} --port 1400`])
      .option('--port <port>', 'where clients ask; 0 picks a free port', portNumber)
      .option('--host <address>', 'the address to listen on; 0.0.0.0 for all', hostAddress)
      .action((flags: WhereFlags) => run(work(flags, terminal)));
  }
  clientCommand(group, 'stop', 'stop answering; commands and the panel still work', ['metadeck server stop']).action(
    (flags: ClientFlags) => run(stopServer(flags, terminal)),
  );
  clientCommand(group, 'rotate-token', 'make and print a new token for control over TCP; the one before is refused', [
    'metadeck server rotate-token',
  ]).action((flags: ClientFlags) => run(rotateToken(flags, terminal)));
}

const loaded = () => import('../commands/settings.ts');
const SETTINGS = Object.keys(DEFAULT_SETTINGS);

function addSettings({ to, terminal, run }: Adding): void {
  const group = commandGroup(to, { name: 'settings', usual: 'list' }, 'list or change the settings of a run', [
    'metadeck settings',
    'metadeck settings set keptRequests 50000',
    'metadeck settings set allowedHosts "imds.example.com, *.orb.local"',
    'metadeck settings reset port',
  ]);
  clientCommand(group, 'list', 'list the settings', ['metadeck settings list --json']).action((flags: ClientFlags) =>
    run(loaded().then(({ listSettings }) => listSettings(flags, terminal))),
  );
  clientCommand(group, 'set', 'change a setting', ['metadeck settings set theme dark'])
    .addArgument(choiceArgument('<name>', 'the setting', SETTINGS))
    .argument('<value>', 'a text, or JSON; a list may be written with commas')
    .action((name: SettingName, value: string, flags: ClientFlags) =>
      run(loaded().then(({ setSetting }) => setSetting(name, value, flags, terminal))),
    );
  clientCommand(group, 'reset', 'take a setting back to what is usual', ['metadeck settings reset port'])
    .addArgument(choiceArgument('<name>', 'the setting', SETTINGS))
    .action((name: SettingName, flags: ClientFlags) =>
      run(loaded().then(({ resetSetting }) => resetSetting(name, flags, terminal))),
    );
}

function addCompletion({ to, terminal, run }: Adding): void {
  const command = to.command('completion').description('print a script that completes commands and flags in a shell');
  examples(command, [
    'source <(metadeck completion bash)',
    'metadeck completion zsh > ~/.zsh/completions/_metadeck',
    'metadeck completion fish > ~/.config/fish/completions/metadeck.fish',
    'metadeck completion powershell | Out-String | Invoke-Expression',
  ])
    .addArgument(choiceArgument('<shell>', 'whose script', SHELLS))
    .action((shell: ShellName) =>
      run(import('../commands/completion.ts').then(({ completion }) => completion(shell, to, terminal))),
    );
}
