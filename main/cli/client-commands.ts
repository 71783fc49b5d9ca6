// Every command that talks to a run, or makes a world for one, with its flags, its help and its examples.
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  MAX_SECONDS,
  LIFECYCLE_STATES,
  type LifecycleState,
  MAINTENANCE_CODES,
  type MaintenanceCode,
  SPOT_ACTIONS,
} from '../../app/events/kinds.ts';
import { problemsOf } from '../../app/filter/strict.ts';
import { PRESET_NAMES } from '../../app/metadata/presets/names.ts';
import { certificate } from './commands/certificate.ts';
import { controlUrl, type ClientFlags } from './client-flags.ts';
import { addCredentialsFlags, credentials, type CredentialsFlags } from './commands/credentials.ts';
import {
  cancel,
  interrupt,
  lifecycle,
  maintenance,
  rebalance,
  skip,
  withdraw,
  type InterruptFlags,
} from './commands/events.ts';
import type { ImportFlags } from './commands/import.ts';
import { get, redo, set, setFromFile, undo, unset, type SetFlags } from './commands/metadata.ts';
import { addOptionFlags, type OptionFlags, options } from './commands/options.ts';
import type { Terminal } from './output.ts';
import type { PanelFlags } from './commands/panel.ts';
import { newInstance, presets, type NewFlags } from './commands/presets.ts';
import { status } from './commands/status.ts';
import { tail, type TailFlags } from './commands/tail.ts';
import { advice, numberFrom, oneOf } from './usage.ts';
import { examples, type Run } from './examples.ts';

/** Adds them all. */
export function addClientCommands(program: Command, terminal: Terminal, run: Run): void {
  addEventCommands(program, terminal, run);
  addReading(program, terminal, run);
  addMetadataCommands(program, terminal, run);
  addPresets(program, terminal, run);
}

/** A command that talks to a run. */
function clientCommand(program: Command, usage: string, description: string, lines: string[]): Command {
  const command = program
    .command(usage)
    .description(description)
    .option('--pid <pid>', 'the run that is meant, where there are several', numberFrom(1, 2 ** 31 - 1))
    .option('--control <url>', 'a run by its control address, with its token in METADECK_TOKEN', controlUrl)
    .option('--json', 'print what was answered as JSON, on one line');
  return examples(command, lines);
}

const seconds = numberFrom(0, MAX_SECONDS, true);

function addEventCommands(program: Command, terminal: Terminal, run: Run): void {
  clientCommand(program, 'interrupt', 'interrupt the spot instance: notice now, action two minutes later', [
    'metadeck interrupt',
    'metadeck interrupt --action hibernate --in 30',
  ])
    .option('--action <action>', `what happens: ${SPOT_ACTIONS.join(', ')}`, oneOf(SPOT_ACTIONS))
    .option('--in <seconds>', 'seconds until the notice', seconds)
    .option('--notice <seconds>', 'seconds from the notice to the action', seconds)
    .action((flags: InterruptFlags) => run(interrupt(flags, terminal)));
  clientCommand(program, 'rebalance', 'recommend a rebalance', ['metadeck rebalance']).action((flags: ClientFlags) =>
    run(rebalance(flags, terminal)),
  );
  clientCommand(program, 'maintenance', 'schedule maintenance in seven days', ['metadeck maintenance system-reboot'])
    .argument('<code>', `what is scheduled: ${MAINTENANCE_CODES.join(', ')}`, oneOf(MAINTENANCE_CODES))
    .action((code: MaintenanceCode, flags: ClientFlags) => run(maintenance(code, flags, terminal)));
  clientCommand(program, 'lifecycle', 'set the target lifecycle state in the Auto Scaling group', [
    'metadeck lifecycle Terminated',
  ])
    .argument('<state>', `the state: ${LIFECYCLE_STATES.join(', ')}`, oneOf(LIFECYCLE_STATES))
    .action((state: LifecycleState, flags: ClientFlags) => run(lifecycle(state, flags, terminal)));
  clientCommand(program, 'cancel', 'cancel an event: the newest unfinished one without an id', ['metadeck cancel'])
    .argument('[id]', 'the id of the event, as status shows it')
    .action((id: string | undefined, flags: ClientFlags) => run(cancel(id, flags, terminal)));
  addWithdraw(program, terminal, run);
  clientCommand(program, 'skip', 'move unfinished events on, to the next notice or action or by seconds', [
    'metadeck skip action',
    'metadeck skip 90',
  ])
    .argument('<how>', 'notice, action, or a number of seconds', howFar)
    .action((how: HowFar, flags: ClientFlags) => run(skip(how, flags, terminal)));
}

function addWithdraw(program: Command, terminal: Terminal, run: Run): void {
  const command = clientCommand(program, 'withdraw', 'take an event away without a trace, as if it had never been', [
    'metadeck withdraw spot-88cdd71d',
    'metadeck withdraw --all',
  ])
    .argument('[id]', 'the id of the event, as status shows it')
    .option('--all', 'every event, the ended ones too');
  command.action((id: string | undefined, flags: ClientFlags & { all?: true }) => {
    if ((id === undefined) === (flags.all === undefined)) {
      command.error('error: withdraw needs an id or --all, and not both.');
    }
    return run(withdraw(id, flags, terminal));
  });
}

type HowFar = 'notice' | 'action' | number;

function howFar(given: string): HowFar {
  if (given === 'notice' || given === 'action') return given;
  const value = /^\d/.test(given) ? seconds(given) : 0;
  if (value > 0) return value;
  throw new InvalidArgumentError(advice(given, ['notice', 'action', 'a number of seconds above 0']));
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
  clientCommand(program, 'get', 'print what a client would get', [
    'metadeck get meta-data/',
    'metadeck get user-data > user-data.sh',
  ])
    .argument('<path>', PATH)
    .action((asked: string, flags: ClientFlags) => run(get(asked, flags, terminal)));
  addSet(program, terminal, run);
  clientCommand(program, 'unset', 'take a path, or with a slash at its end everything below it, back to the preset', [
    'metadeck unset meta-data/instance-type',
    'metadeck unset meta-data/placement/',
  ])
    .argument('<path>', PATH)
    .action((asked: string, flags: ClientFlags) => run(unset(asked, flags, terminal)));
  const changing = clientCommand(
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
    .option('--world <file>', 'write the world to this file, and leave runs alone')
    .action((file: string, flags: ImportFlags) =>
      run(import('./commands/import.ts').then(({ importFile }) => importFile(file, flags, terminal))),
    );
  const role = clientCommand(program, 'credentials', 'show what credentials the role has, or change that', [
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
  const command = clientCommand(program, 'set', 'change the fact behind a path, and what follows from it', [
    'metadeck set meta-data/instance-type c7g.large',
    'metadeck set meta-data/local-hostname web-1 --only',
    'metadeck set meta-data/tags/instance/Team payments',
    'metadeck set user-data --file cloud-init.yaml',
    'metadeck set user-data IyEvYmluL3NoCg== --base64',
    'metadeck set meta-data/mac 02:00:00:00:00:01 --dry-run',
  ])
    .argument('<path>', PATH)
    .argument('[value]', 'the new value; after -- it may begin with a dash')
    .option('--only', 'change that one path and nothing else')
    .option('--base64', 'the value is base64, for user data')
    .option('--file <file>', 'take the value from a file; user data as its bytes, up to 16 KiB')
    .option('--dry-run', 'only say what would change');
  command.action((asked: string, value: string | undefined, flags: SetFlags & { file?: string }) => {
    if ((value === undefined) === (flags.file === undefined)) {
      command.error('error: set needs a value or --file, and not both.');
    }
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
  clientCommand(program, 'new', 'make a new instance of a preset, in place of the running one or as a world file', [
    'metadeck new --preset eks-node --dry-run',
    'metadeck new --preset windows',
    'metadeck new --preset asg-spot --world ci.json && metadeck serve --world ci.json',
  ])
    .requiredOption('--preset <name>', `what to make: ${PRESET_NAMES.join(', ')}`, oneOf(PRESET_NAMES))
    .addOption(new Option('--dry-run', 'only say what would change').conflicts('world'))
    .option('--world <file>', 'write a new world file, and leave what runs alone')
    .action((flags: NewFlags) => run(newInstance(flags, terminal)));
}
