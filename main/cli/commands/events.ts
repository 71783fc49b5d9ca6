// The commands that fire, cancel, withdraw and skip events.
import type { Input, Output } from '../../../app/contract/contract.ts';
import type { EventView } from '../../../app/contract/events.ts';
import type { LifecycleState, MaintenanceCode, SpotAction } from '../../../app/events/kinds.ts';
import { done, failed, type Failure, type Result } from '../../../app/result.ts';
import { after } from '../../../app/words.ts';
import { carryOut, giveUp, show, withClient, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { counted, duration, localTime, plain, relative, table, type Terminal } from '../output.ts';

export type InFlags = ClientFlags & { in?: number };
export type InterruptFlags = InFlags & { action?: SpotAction; notice?: number; rebalanceBefore?: number };

export function interrupt(flags: InterruptFlags, terminal: Terminal): Promise<ExitCode> {
  const input = {
    ...(flags.action === undefined ? {} : { action: flags.action }),
    ...(flags.in === undefined ? {} : { noticeInSeconds: flags.in }),
    ...(flags.notice === undefined ? {} : { noticeSeconds: flags.notice }),
    ...(flags.rebalanceBefore === undefined ? {} : { rebalanceSecondsBefore: flags.rebalanceBefore }),
  };
  return fire('events.interrupt', input, flags, terminal);
}

export function rebalance(flags: InFlags, terminal: Terminal): Promise<ExitCode> {
  return fire('events.rebalance', soon(flags), flags, terminal);
}

function soon({ in: inSeconds }: InFlags): { inSeconds?: number } {
  return inSeconds === undefined ? {} : { inSeconds };
}

export type MaintenanceFlags = ClientFlags & { notBefore?: string; notAfter?: string; description?: string };

export function maintenance(code: MaintenanceCode, flags: MaintenanceFlags, terminal: Terminal): Promise<ExitCode> {
  const { notBefore, notAfter, description } = flags;
  const input = {
    code,
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
    ...(description === undefined ? {} : { description }),
  };
  return fire('events.maintenance', input, flags, terminal);
}

export function lifecycle(state: LifecycleState, flags: InFlags, terminal: Terminal): Promise<ExitCode> {
  return fire('events.lifecycle', { state, ...soon(flags) }, flags, terminal);
}

type Firing = 'events.interrupt' | 'events.rebalance' | 'events.maintenance' | 'events.lifecycle';

/** Fires, and says what the answer warns of. */
function fire<N extends Firing>(name: N, input: Input<N>, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return withClient(flags, terminal, async (client) => {
    const result: Result<Output<Firing>> = await client.call(name, input);
    if (result.ok && result.data.warning !== undefined) terminal.complain(plain(result.data.warning));
    return show(result, flags, terminal, fired);
  });
}

/** Those under way; with `--all` the ended ones as well. */
export function listEvents(flags: ClientFlags & { all?: true }, terminal: Terminal): Promise<ExitCode> {
  return withClient(flags, terminal, async (client) => {
    const listed = await client.call('events.list', {});
    const kept = listed.ok
      ? done({ items: listed.data.items.filter((one) => flags.all ?? isUnfinished(one)) })
      : listed;
    return show(kept, flags, terminal, ({ items }) => eventTable(items));
  });
}

export function showEvent(id: string, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return withClient(flags, terminal, async (client) => {
    const listed = await client.call('events.list', {});
    if (!listed.ok) return giveUp(listed.error, terminal);
    const found = listed.data.items.find((one) => one.id === id);
    const event = found
      ? done(found)
      : failed('NOT_FOUND', `There is no event ${id}; "metadeck events --all" lists them.`);
    return show(event, flags, terminal, eventDetail);
  });
}

export type SkipFlags = ClientFlags & { event?: string };

/** Moves unfinished events on, to the next notice or action or by seconds; with `--event` that one alone. */
export function skip(how: 'notice' | 'action' | number, flags: SkipFlags, terminal: Terminal): Promise<ExitCode> {
  const only = flags.event === undefined ? {} : { id: flags.event };
  const input = typeof how === 'number' ? { seconds: how, ...only } : { to: how, ...only };
  return carryOut('events.skip', input, { flags, terminal }, ({ items }) => eventTable(items.filter(isUnfinished)));
}

/** Cancels one event: the newest unfinished one without an id. */
export function cancel(id: string | undefined, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return onNewest('cancel', id, flags, terminal);
}

/** Completes one event: the newest unfinished one without an id. */
export function complete(id: string | undefined, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return onNewest('complete', id, flags, terminal);
}

const ENDED = { cancel: 'Cancelled', complete: 'Completed' };

function onNewest(
  how: 'cancel' | 'complete',
  id: string | undefined,
  flags: ClientFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  return withClient(flags, terminal, async (client) => {
    const list = id === undefined ? await client.call('events.list', {}) : null;
    if (list?.ok === false) return giveUp(list.error, terminal);
    const chosen = id ?? newest(list?.data.items ?? [])?.id;
    if (chosen === undefined) return giveUp(nothingTo(how), terminal);
    const ended = await client.call(`events.${how}`, { id: chosen });
    return show(ended, flags, terminal, (event) => `${ENDED[how]} ${nameOf(event)} ${event.id}.\n`);
  });
}

function nothingTo(how: string): Failure {
  return failed('NOT_FOUND', `There is no unfinished event to ${how}.`).error;
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
  return `Withdrew ${counted(withdrawn, 'event')}.\n`;
}

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

/** One event whole, with a line for each client that has read its notice. */
function eventDetail(event: EventView, now = Date.now()): string {
  const at = (moment: string): string => `${localTime(moment, now)}, ${relative(moment, now)}`;
  const rows = [
    ['Event', `${nameOf(event)} ${event.id}`],
    ['Instance', plain(event.instance)],
    ['Phase', event.phase],
    ['Fired', `${at(event.firedAt)}, by ${event.by}`],
    ['Notice', at(event.noticeDueAt)],
    ...(event.actionDueAt === null ? [] : [['Action', at(event.actionDueAt)]]),
    ...(event.skippedSeconds === 0 ? [] : [['Skipped', duration(event.skippedSeconds)]]),
    ...(event.endedAt === null ? [] : [['Ended', at(event.endedAt)]]),
    ...(event.kind === 'maintenance' ? [['Description', plain(event.description)]] : []),
    ...event.seenBy.map(({ client, afterMs, times }) => [
      'Read by',
      `${plain(client)} ${after(afterMs)}, ${times === 1 ? 'once' : `${times} times`}`,
    ]),
  ];
  return table(event.seenBy.length === 0 ? [...rows, ['Read by', 'nobody yet']] : rows);
}
