// Every command that talks to a run, or makes a world for one, with its flags, its help and its examples.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { problemsOf } from '../../app/filter/strict.ts';
import { PRESET_NAMES } from '../../app/metadata/presets/names.ts';
import { certificate } from './commands/certificate.ts';
import type { ClientFlags } from './client-flags.ts';
import { addCredentialsFlags, credentials, type CredentialsFlags } from './commands/credentials.ts';
import type { ImportFlags } from './commands/import.ts';
import { get, redo, set, setAbsent, setFromFile, undo, unset, type SetFlags } from './commands/metadata.ts';
import { addOptionFlags, type OptionFlags, options } from './commands/options.ts';
import type { Terminal } from './output.ts';
import type { PanelFlags } from './commands/panel.ts';
import { newInstance, presets, type NewFlags } from './commands/presets.ts';
import { status } from './commands/status.ts';
import { tail, type TailFlags } from './commands/tail.ts';
import { fileName, oneOf } from './usage.ts';
import { clientCommand, instanceCommand } from './words/client-command.ts';
import { addEventCommands } from './words/event-commands.ts';
import { examples, type Run } from './examples.ts';

/** Adds them all. */
export function addClientCommands(program: Command, terminal: Terminal, run: Run): void {
  addEventCommands({ to: program, terminal, run });
  addReading(program, terminal, run);
  addMetadataCommands(program, terminal, run);
  addPresets(program, terminal, run);
}

function addReading(program: Command, terminal: Terminal, run: Run): void {
  clientCommand(program, 'status', 'show where it answers, what it is, and what is under way', [
    'metadeck status --json',
  ]).action((flags: ClientFlags) => run(status(flags, terminal)));
  clientCommand(program, 'tail', 'follow the request log', [
    "metadeck tail --filter 'status:404'",
    'metadeck tail --json | jq .target',
  ])
    .option('--filter <filter>', 'only requests that match, as in the panel’s filter box', rightFilter)
    .action((flags: TailFlags) => run(tail(flags, terminal)));
  clientCommand(program, 'certificate', 'print the certificate that signatures of the identity document verify with', [
    'metadeck certificate > certificate.pem',
    'metadeck certificate --json | jq -r .fingerprint',
  ]).action((flags: ClientFlags) => run(certificate(flags, terminal)));
  clientCommand(program, 'panel', 'open a port for the panel of a run until Ctrl+C', ['metadeck panel --open'])
    .option('--open', 'open it in the default browser')
    .action((flags: PanelFlags) => run(import('./commands/panel.ts').then(({ panel }) => panel(flags, terminal))));
}

function rightFilter(given: string): string {
  const problem = problemsOf(given)[0];
  if (problem !== undefined) throw new InvalidArgumentError(problem);
  return given;
}

const PATH = 'the path, such as meta-data/instance-type; /latest/ in front is fine';

function addMetadataCommands(program: Command, terminal: Terminal, run: Run): void {
  instanceCommand(program, 'get', 'print what a client would get', [
    'metadeck get meta-data/',
    'metadeck get user-data > user-data.sh',
  ])
    .argument('<path>', PATH)
    .action((asked: string, flags: ClientFlags) => run(get(asked, flags, terminal)));
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
  clientCommand(program, 'import', 'make a world out of an AEMM configuration file, by its suffix', [
    'metadeck import aemm-config.json',
    'metadeck import aemm-config.yaml --world ci.json',
  ])
    .argument('<file>', 'the configuration, as ec2-metadata-mock reads it')
    .option('--world <file>', 'write the world to this file, and leave runs alone', fileName)
    .action((file: string, flags: ImportFlags) =>
      run(import('./commands/import.ts').then(({ importFile }) => importFile(file, flags, terminal))),
    );
  const role = instanceCommand(program, 'credentials', 'show what credentials the role has, or change that', [
    'metadeck credentials --fail',
    'metadeck credentials --expired',
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
    .requiredOption('--preset <name>', `what to make: ${PRESET_NAMES.join(', ')}`, oneOf(PRESET_NAMES))
    .addOption(new Option('--dry-run', 'only say what would change').conflicts('world'))
    .option('--world <file>', 'write a new world file, and leave what runs alone', fileName)
    .action((flags: NewFlags) => run(newInstance(flags, terminal)));
}
