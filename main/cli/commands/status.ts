// The status of a run, for people.
import type { EventView } from '../../../app/contract/events.ts';
import type { Status } from '../../../app/contract/server.ts';
import { carryOut, giveUp, withClient, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { eventTable, isUnfinished } from './events.ts';
import { counted, duration, plain, table, type Terminal } from '../output.ts';

export function status(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  if (flags.json) return carryOut('status.get', {}, { flags, terminal }, String);
  return withClient(flags, terminal, async (client) => {
    const [state, events] = await Promise.all([client.call('status.get', {}), client.call('events.list', {})]);
    if (!state.ok) return giveUp(state.error, terminal);
    if (!events.ok) return giveUp(events.error, terminal);
    await terminal.write(statusText(state.data, events.data.items));
    return 0;
  });
}

/** Aligned lines: where it answers, what it is, what it has seen, and what is under way. */
export function statusText(state: Status, events: EventView[]): string {
  const rows = [
    ['Endpoint', state.endpoint ?? state.problem?.message ?? 'not listening'],
    ['Listening', state.listeners.map(addressOf).join(', ') || 'nowhere'],
    ['Control', controlOf(state)],
    ['Process', `${state.pid}, version ${state.version}, up ${duration(state.uptimeSeconds)}`],
    ['Instance', instanceOf(state)],
    ['Requests', requestsOf(state)],
    ['Undo', state.undo ?? 'nothing'],
    ...(state.redo === null ? [] : [['Redo', state.redo]]),
    ...state.warnings.map(({ text }) => ['Warning', plain(text)]),
  ];
  return `${table(rows)}Events\n${indented(eventTable(events.filter(isUnfinished)))}`;
}

function addressOf({ address, port }: { address: string; port: number }): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

function controlOf({ control }: Status): string {
  return control.http === null ? 'on the socket only' : `http://${addressOf(control.http)}`;
}

function instanceOf({ instance }: Status): string {
  const { instanceId, instanceType, availabilityZone, lifeCycle, preset, changed } = instance;
  const tokens = instance.httpTokens === 'required' ? 'IMDSv2 only' : 'IMDSv1 and IMDSv2';
  const edits = changed === 0 ? '' : `, ${counted(changed, 'path')} changed`;
  return plain(
    `${instanceId}, ${instanceType} in ${availabilityZone}, ${lifeCycle}, ${tokens}, preset ${preset}${edits}`,
  );
}

function requestsOf({ counts }: Status): string {
  const { requests, lastMinute, clients, tokens } = counts;
  return `${requests} (${lastMinute} in the last minute), ${counted(clients, 'client')}, ${counted(tokens, 'token')}`;
}

function indented(lines: string): string {
  return lines.replaceAll(/^(?=.)/gm, '  ');
}
