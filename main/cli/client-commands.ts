// Every command that talks to a run, or makes a world for one, with its flags, its help and its examples.
import { type Command, Option } from 'commander';
import { PRESET_NAMES } from '../../app/metadata/presets/names.ts';
import { certificate } from './commands/certificate.ts';
import type { ClientFlags } from './client-flags.ts';
import { addCredentialsFlags, credentials, type CredentialsFlags } from './commands/credentials.ts';
import {
  get,
  type GetFlags,
  redo,
  set,
  setAbsent,
  setFromFile,
  undo,
  unset,
  type SetFlags,
} from './commands/metadata.ts';
import { addOptionFlags, type OptionFlags, options } from './commands/options.ts';
import type { Terminal } from './output.ts';
import type { PanelFlags } from './commands/panel.ts';
import { newInstance, presets, type NewFlags } from './commands/presets.ts';
import { status } from './commands/status.ts';
import { choiceFlag, fileName } from './usage.ts';
import { clientCommand, instanceCommand } from './words/client-command.ts';
import { addAudienceCommands } from './words/audience-commands.ts';
import { addEventCommands } from './words/event-commands.ts';
import { addFactCommands } from './words/fact-commands.ts';
import { addFileCommands } from './words/file-commands.ts';
import { addRunCommands } from './words/run-commands.ts';
import { addTrafficCommands } from './words/traffic-commands.ts';
import { examples, type Run } from './examples.ts';

/** Adds them all. */
export function addClientCommands(program: Command, terminal: Terminal, run: Run): void {
  const adding = { to: program, terminal, run };
  program.commandsGroup('Run:');
  addReading(program, terminal, run);
  addRunCommands(adding);
  addFileCommands(adding);
  program.commandsGroup('Events:');
  addEventCommands(adding);
  addAudienceCommands(adding);
  program.commandsGroup('Metadata:');
  addMetadataCommands(program, terminal, run);
  addFactCommands(adding);
  addPresets(program, terminal, run);
  program.commandsGroup('Requests:');
  addTrafficCommands(adding);
}

function addReading(program: Command, terminal: Terminal, run: Run): void {
  clientCommand(program, 'status', 'show where it answers, what it is, and what is under way', [
    'metadeck status --json',
  ]).action((flags: ClientFlags) => run(status(flags, terminal)));
  clientCommand(program, 'certificate', 'print the certificate that signatures of the identity document verify with', [
    'metadeck certificate > certificate.pem',
    'metadeck certificate --json | jq -r .fingerprint',
  ]).action((flags: ClientFlags) => run(certificate(flags, terminal)));
  clientCommand(program, 'panel', 'open a port for the panel of a run until Ctrl+C', ['metadeck panel --open'])
    .option('--open', 'open it in the default browser')
    .action((flags: PanelFlags) => run(import('./commands/panel.ts').then(({ panel }) => panel(flags, terminal))));
}

const PATH = 'the path, such as meta-data/instance-type; /latest/ in front is fine';

function addMetadataCommands(program: Command, terminal: Terminal, run: Run): void {
  instanceCommand(program, 'get', 'print what a client would get', [
    'metadeck get meta-data/',
    'metadeck get user-data > user-data.sh',
    'metadeck get meta-data/spot/instance-action --client 10.0.0.7',
  ])
    .argument('<path>', PATH)
    .option('--client <address>', 'as the client with this address gets it')
    .action((asked: string, flags: GetFlags) => run(get(asked, flags, terminal)));
  addSet(program, terminal, run);
  instanceCommand(program, 'unset', 'take a path, or with a slash at its end everything below it, back to the preset', [
    'metadeck unset meta-data/instance-type',
    'metadeck unset meta-data/placement/',
  ])
    .argument('<path>', PATH)
    .action((asked: string, flags: ClientFlags) => run(unset(asked, flags, terminal)));
  const changing = instanceCommand(
    program,
    'options',
    'show the metadata options of the instance, or change some, live',
    [
      'metadeck options',
      'metadeck options --http-tokens required --hop-limit 2',
      'metadeck options --http-endpoint disabled',
    ],
  );
  addOptionFlags(changing).action((flags: ClientFlags & OptionFlags) => run(options(flags, terminal)));
  const role = instanceCommand(program, 'credentials', 'show what credentials the role has, or change that', [
    'metadeck credentials --fail',
    'metadeck credentials --expired',
    'metadeck credentials --rotate',
    'metadeck credentials --rotate-every 10m',
    'aws configure export-credentials | metadeck credentials --stdin',
  ]);
  addCredentialsFlags(role).action((flags: CredentialsFlags) => run(credentials(flags, terminal)));
  clientCommand(program, 'undo', 'take back the last edit or event', ['metadeck undo']).action((flags: ClientFlags) =>
    run(undo(flags, terminal)),
  );
  clientCommand(program, 'redo', 'bring back what was undone last', ['metadeck redo']).action((flags: ClientFlags) =>
    run(redo(flags, terminal)),
  );
}

function addSet(program: Command, terminal: Terminal, run: Run): void {
  const command = instanceCommand(program, 'set', 'change the fact behind a path, and what follows from it', [
    'metadeck set meta-data/instance-type c7g.large',
    'metadeck set meta-data/local-hostname web-1 --only',
    'metadeck set meta-data/tags/instance/Team payments',
    'metadeck set meta-data/tags/instance/Team --absent',
    'metadeck set user-data --file cloud-init.yaml',
    'metadeck set user-data IyEvYmluL3NoCg== --base64',
    'metadeck set meta-data/mac 02:00:00:00:00:01 --dry-run',
  ])
    .argument('<path>', PATH)
    .argument('[value]', 'the new value; after -- it may begin with a dash')
    .option('--absent', 'take it away: a tag is gone, any other path answers 404')
    .option('--only', 'change that one path and nothing else')
    .option('--base64', 'the value is base64, for user data')
    .option('--file <file>', 'take the value from a file; user data as its bytes, up to 16 KiB')
    .option('--dry-run', 'only say what would change');
  command.action((asked: string, value: string | undefined, flags: SetFlags & { file?: string; absent?: boolean }) => {
    const ways = [value, flags.file, flags.absent].filter((way) => way !== undefined);
    if (ways.length !== 1) command.error('error: set needs a value, --file or --absent, and only one of them.');
    if (flags.absent) return run(setAbsent(asked, flags, terminal));
    if (flags.file !== undefined) return run(setFromFile(asked, flags.file, flags, terminal));
    return run(set(asked, { value: value ?? '' }, flags, terminal));
  });
}

function addPresets(program: Command, terminal: Terminal, run: Run): void {
  const list = program
    .command('presets')
    .description('list the presets: instances to begin with')
    .option('--json', 'print them as JSON, on one line');
  examples(list, ['metadeck presets', 'metadeck serve --preset eks-node']);
  list.action((flags: { json?: boolean }) => run(presets(flags, terminal)));
  instanceCommand(program, 'new', 'make a new instance of a preset, in place of the running one or as a world file', [
    'metadeck new --preset eks-node --dry-run',
    'metadeck new --preset windows',
    'metadeck new --preset asg-spot --world ci.json && metadeck serve --world ci.json',
  ])
    .addOption(choiceFlag('--preset <name>', 'what to make', PRESET_NAMES).makeOptionMandatory())
    .addOption(new Option('--dry-run', 'only say what would change').conflicts('world'))
    .addOption(new Option('--keep-events', 'keep the events, and who gets notices').conflicts('world'))
    .option('--world <file>', 'write a new world file, and leave what runs alone', fileName)
    .action((flags: NewFlags) => run(newInstance(flags, terminal)));
}
