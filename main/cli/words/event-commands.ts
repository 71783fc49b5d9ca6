// The commands that fire events, and end them or move them on: their flags, their help and their examples.
import { Argument, InvalidArgumentError } from 'commander';
import { MAX_SECONDS, LIFECYCLE_STATES, MAINTENANCE_CODES, SPOT_ACTIONS } from '../../../app/events/kinds.ts';
import type { LifecycleState, MaintenanceCode } from '../../../app/events/kinds.ts';
import type { ClientFlags } from '../client-flags.ts';
import {
  cancel,
  complete,
  type InFlags,
  interrupt,
  type InterruptFlags,
  lifecycle,
  listEvents,
  maintenance,
  type MaintenanceFlags,
  rebalance,
  showEvent,
  skip,
  type SkipFlags,
  withdraw,
} from '../commands/events.ts';
import { advice, choiceArgument, choiceFlag, numberFrom } from '../usage.ts';
import { type Adding, commandGroup, instanceCommand } from './client-command.ts';
import { moment } from './moment.ts';

const seconds = numberFrom(0, MAX_SECONDS, true);
const EVENT_ID = 'the id of the event, as status shows it';

export function addEventCommands(adding: Adding): void {
  addInterrupt(adding);
  addOtherEvents(adding);
  addList(adding);
  addEndings(adding);
  addWithdraw(adding);
  addSkip(adding);
}

function addInterrupt({ to, terminal, run }: Adding): void {
  instanceCommand(to, 'interrupt', 'interrupt the spot instance: notice now, action two minutes later', [
    'metadeck interrupt',
    'metadeck interrupt --action hibernate --in 30',
    'metadeck interrupt --rebalance-before 60',
  ])
    .addOption(choiceFlag('--action <action>', 'what happens', SPOT_ACTIONS))
    .option('--in <seconds>', 'seconds until the notice', seconds)
    .option('--notice <seconds>', 'seconds from the notice to the action', seconds)
    .option('--rebalance-before <seconds>', 'recommend a rebalance that many seconds before the notice', seconds)
    .action((flags: InterruptFlags) => run(interrupt(flags, terminal)));
}

function addOtherEvents({ to, terminal, run }: Adding): void {
  instanceCommand(to, 'rebalance', 'recommend a rebalance', ['metadeck rebalance', 'metadeck rebalance --in 30'])
    .option('--in <seconds>', 'seconds until it is recommended', seconds)
    .action((flags: InFlags) => run(rebalance(flags, terminal)));
  instanceCommand(to, 'maintenance', 'schedule maintenance, in seven days unless told otherwise', [
    'metadeck maintenance system-reboot',
    'metadeck maintenance instance-stop --not-before 2h --description "The host is degraded."',
    'metadeck maintenance system-maintenance --not-before 2030-01-21T09:00:00Z --not-after 2030-01-21T11:00:00Z',
  ])
    .addArgument(choiceArgument('<code>', 'what is scheduled', MAINTENANCE_CODES))
    .option('--not-before <time>', 'when it begins: a time, or how long from now, such as 90s, 30m, 2h or 7d', fromNow)
    .option('--not-after <time>', 'when it ends at the latest, written likewise', fromNow)
    .option('--description <text>', 'what it says, in place of the usual words')
    .action((code: MaintenanceCode, flags: MaintenanceFlags) => run(maintenance(code, flags, terminal)));
  instanceCommand(to, 'lifecycle', 'set the target lifecycle state in the Auto Scaling group', [
    'metadeck lifecycle Terminated',
    'metadeck lifecycle Standby --in 60',
  ])
    .addArgument(choiceArgument('<state>', 'the state', LIFECYCLE_STATES))
    .option('--in <seconds>', 'seconds until it takes effect', seconds)
    .action((state: LifecycleState, flags: InFlags) => run(lifecycle(state, flags, terminal)));
}

function addList({ to, terminal, run }: Adding): void {
  const group = commandGroup(to, { name: 'events', usual: 'list' }, 'list the events under way or ended, or show one', [
    'metadeck events',
    'metadeck events --all',
    'metadeck events show spot-88cdd71d',
  ]);
  instanceCommand(group, 'list', 'list the events under way, newest first', ['metadeck events list --all'])
    .option('--all', 'the last 100 that ended, too')
    .action((flags: ClientFlags & { all?: true }) => run(listEvents(flags, terminal)));
  instanceCommand(group, 'show', 'show one event: its times, and who has read its notice how soon', [
    'metadeck events show spot-88cdd71d',
  ])
    .argument('<id>', EVENT_ID)
    .action((id: string, flags: ClientFlags) => run(showEvent(id, flags, terminal)));
}

function addEndings({ to, terminal, run }: Adding): void {
  instanceCommand(to, 'cancel', 'cancel an event: the newest unfinished one without an id', ['metadeck cancel'])
    .argument('[id]', EVENT_ID)
    .action((id: string | undefined, flags: ClientFlags) => run(cancel(id, flags, terminal)));
  instanceCommand(to, 'complete', 'complete an event: the newest unfinished one without an id', ['metadeck complete'])
    .argument('[id]', EVENT_ID)
    .action((id: string | undefined, flags: ClientFlags) => run(complete(id, flags, terminal)));
}

function addWithdraw({ to, terminal, run }: Adding): void {
  const command = instanceCommand(to, 'withdraw', 'take an event away without a trace, as if it had never been', [
    'metadeck withdraw spot-88cdd71d',
    'metadeck withdraw --all',
  ])
    .argument('[id]', EVENT_ID)
    .option('--all', 'every event, the ended ones too');
  command.action((id: string | undefined, flags: ClientFlags & { all?: true }) => {
    if ((id === undefined) === (flags.all === undefined)) {
      command.error('error: withdraw needs an id or --all, and not both.');
    }
    return run(withdraw(id, flags, terminal));
  });
}

function addSkip({ to, terminal, run }: Adding): void {
  instanceCommand(to, 'skip', 'move unfinished events on, to the next notice or action or by seconds', [
    'metadeck skip action',
    'metadeck skip 90',
    'metadeck skip notice --event spot-88cdd71d',
  ])
    .addArgument(new Argument('<how>', 'or a number of seconds').choices(['notice', 'action']).argParser(howFar))
    .option('--event <id>', 'move this one alone')
    .action((how: HowFar, flags: SkipFlags) => run(skip(how, flags, terminal)));
}

function fromNow(given: string): string {
  return moment(given, Date.now());
}

type HowFar = 'notice' | 'action' | number;

function howFar(given: string): HowFar {
  if (given === 'notice' || given === 'action') return given;
  const value = /^\d/.test(given) ? seconds(given) : 0;
  if (value > 0) return value;
  throw new InvalidArgumentError(advice(given, ['notice', 'action', 'a number of seconds above 0']));
}
