// The commands that fire, cancel, withdraw and skip events.
import type { EventView } from '../../../app/contract/events.ts';
import type { LifecycleState, MaintenanceCode, SpotAction } from '../../../app/events/kinds.ts';
import { failed } from '../../../app/result.ts';
import { carryOut, giveUp, show, withClient, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { localTime, relative, table, type Terminal } from '../output.ts';

export type InterruptFlags = ClientFlags & { action?: SpotAction; in?: number; notice?: number };

export function interrupt(flags: InterruptFlags, terminal: Terminal): Promise<ExitCode> {
  const input = {
    ...(flags.action === undefined ? {} : { action: flags.action }),
    ...(flags.in === undefined ? {} : { noticeInSeconds: flags.in }),
    ...(flags.notice === undefined ? {} : { noticeSeconds: flags.notice }),
  };
  return carryOut('events.interrupt', input, { flags, terminal }, fired);
}

export function rebalance(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('events.rebalance', {}, { flags, terminal }, fired);
}

export function maintenance(code: MaintenanceCode, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('events.maintenance', { code }, { flags, terminal }, fired);
}

export function lifecycle(state: LifecycleState, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('events.lifecycle', { state }, { flags, terminal }, fired);
}

/** Moves unfinished events on, to the next notice or action or by seconds. */
export function skip(how: 'notice' | 'action' | number, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  const input = typeof how === 'number' ? { seconds: how } : { to: how };
  return carryOut('events.skip', input, { flags, terminal }, ({ items }) => eventTable(items.filter(isUnfinished)));
}

/** Cancels one event: the newest unfinished one without an id. */
export function cancel(id: string | undefined, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return withClient(flags, terminal, async (client) => {
    const list = id === undefined ? await client.call('events.list', {}) : null;
    if (list?.ok === false) return giveUp(list.error, terminal);
    const chosen = id ?? newest(list?.data.items ?? [])?.id;
    if (chosen === undefined) return giveUp(NOTHING_TO_CANCEL, terminal);
    const cancelled = await client.call('events.cancel', { id: chosen });
    return show(cancelled, flags, terminal, (event) => `Cancelled ${nameOf(event)} ${event.id}.\n`);
  });
}

/** Takes one event, or all of them, away without a trace. */
export function withdraw(id: string | undefined, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  if (id !== undefined) {
    return carryOut(
      'events.withdraw-one',
      { id },
      { flags, terminal },
      (event) => `Withdrew ${nameOf(event)} ${id}.\n`,
    );
  }
  return carryOut('events.withdraw', {}, { flags, terminal }, withdrew);
}

function withdrew({ withdrawn }: { withdrawn: number }): string {
  return `Withdrew ${withdrawn} ${withdrawn === 1 ? 'event' : 'events'}.\n`;
}

const NOTHING_TO_CANCEL = failed('NOT_FOUND', 'There is no unfinished event to cancel.').error;

function newest(events: EventView[]): EventView | undefined {
  return events.filter(isUnfinished).sort((a, b) => Date.parse(b.firedAt) - Date.parse(a.firedAt))[0];
}

export function isUnfinished({ phase }: EventView): boolean {
  return phase !== 'cancelled' && phase !== 'completed';
}

function fired({ events }: { events: EventView[] }): string {
  return eventTable(events);
}

/** A line for each event: what, phase, when, id. */
export function eventTable(events: EventView[], now = Date.now()): string {
  if (events.length === 0) return 'No unfinished events.\n';
  return table(events.map((event) => [nameOf(event), event.phase, timesOf(event, now), event.id]));
}

/** `spot interruption (terminate)`. */
function nameOf(event: EventView): string {
  const name = event.kind.replaceAll('-', ' ');
  return event.kind === 'rebalance-recommendation' ? name : `${name} (${detailOf(event)})`;
}

function detailOf(event: Exclude<EventView, { kind: 'rebalance-recommendation' }>): string {
  if (event.kind === 'spot-interruption') return event.action;
  return event.kind === 'maintenance' ? event.code : event.state;
}

function timesOf(event: EventView, now: number): string {
  const [word, moment] = event.phase === 'scheduled' ? ['notice', event.noticeDueAt] : ['action', event.actionDueAt];
  if (moment === null) return `notice ${localTime(event.noticeDueAt, now)}`;
  return `${word} ${localTime(moment, now)}, ${relative(moment, now)}`;
}
