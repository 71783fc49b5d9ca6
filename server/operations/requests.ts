// Operations on the log: requests, and the lines about events between them.
import type { Output, Parsed } from '../../app/contract/contract.ts';
import { type LogEntryView, type LogLine, type LogRow, MAX_ENTRIES_PULL } from '../../app/contract/traffic.ts';
import { compileFilter, type InBody } from '../../app/filter/filter.ts';
import type { Times } from '../../app/filter/subject.ts';
import type { EventFinder } from '../../app/log/explain.ts';
import { isEventLine, type LogItem, toEventRow } from '../../app/log/event-line.ts';
import { type LogEntry, toEntryView, toRow } from '../../app/log/log-entry.ts';
import { MAX_PULL } from '../../app/log/max-pull.ts';
import { done, failed } from '../../app/result.ts';
import type { World } from '../../app/world/world.ts';
import { nodeAbilities } from '../abilities.ts';
import { clearLog } from '../history/clear-log.ts';
import { type Caller, type Context, eventFinder } from './context.ts';

/** What of a run these work on. */
type Used = Pick<Context, 'exports' | 'history' | 'log' | 'now' | 'processes' | 'run' | 'world'>;

export const requestHandlers = {
  'requests.list': ({ context }: Caller<Used>, input: Parsed<'requests.list'>) => done(listRequests(context, input)),
  'requests.get': ({ context }: Caller<Used>, { sequence }: Parsed<'requests.get'>) => {
    const found = context.log.read(sequence, wholeViewer(eventFinder(context)));
    return found ? done(found) : failed('NOT_FOUND', absence(context, sequence));
  },
  'requests.entries': ({ context }: Caller<Used>, { sequences }: Parsed<'requests.entries'>) => {
    const view = wholeViewer(eventFinder(context));
    const found = sequences.map((sequence) => context.log.read(sequence, view));
    return done({ run: context.run, items: found.filter((one) => one !== undefined) });
  },
  'requests.export': ({ context }: Caller<Used>, { filter = '', upTo }: Parsed<'requests.export'>) => {
    const held = context.log.held();
    const items = upTo === undefined ? held : held.filter(({ sequence }) => sequence <= upTo);
    const id = context.exports.begin({ items, filter, times: timesOf(context) });
    return done({ id, count: items.length });
  },
  'requests.export-page': ({ context }: Caller<Used>, input: Parsed<'requests.export-page'>) => {
    const { id, from = 0, limit = MAX_ENTRIES_PULL } = input;
    const found = context.exports.find(id);
    if (!found) return failed('NOT_FOUND', `There is no export ${id}, or not any more; begin another one.`);
    const to = from + limit;
    const next = to < found.items.length ? to : null;
    if (next === null) context.exports.end(id);
    return done({ items: exported(context, found.items.slice(from, to), found), next });
  },
  'requests.clear': ({ context }: Caller<Used>) => done({ cleared: clearLog(context) }),
};

function absence({ log }: Used, sequence: number): string {
  const [isLine = false] = log.after(sequence - 1, 1, (item) => item.sequence === sequence && isEventLine(item)).items;
  if (isLine) return `${sequence} is a line about an event, not a request; /v1/requests says all there is of it.`;
  return `Request ${sequence} is not in the log; it holds ${log.size()} of ${log.total()} requests.`;
}

function wholeViewer(find: EventFinder): (entry: Readonly<LogEntry>) => LogEntryView {
  return (entry) => toEntryView(entry, find, nodeAbilities.toBase64);
}

function lineViewer(context: Used): (item: Readonly<LogItem>) => LogLine {
  const find = eventFinder(context);
  return (item) => (isEventLine(item) ? toEventRow(item) : toRow(named(item, context), find));
}

/** With its process, also where only an earlier request over the same connection was looked up so far. */
function named(entry: Readonly<LogEntry>, { processes }: Used): Readonly<LogEntry> {
  const process = entry.process ?? processes.known(entry.client, entry.port);
  return process === entry.process ? entry : { ...entry, process };
}

type Exported = { items: readonly Readonly<LogItem>[]; filter: string; times: Times };

function exported(context: Used, items: Exported['items'], { filter, times }: Exported) {
  const entries = new Map(items.flatMap((item) => (isEventLine(item) ? [] : [[item.sequence, item] as const])));
  const inBody: InBody<LogRow> = ({ sequence }, text) => hasInBody(entries.get(sequence), text);
  const matches = compileFilter(filter, { inBody, times });
  const [row, whole] = [lineViewer(context), wholeViewer(eventFinder(context))];
  return items.flatMap((item) => (matches(row(item)) ? [isEventLine(item) ? toEventRow(item) : whole(item)] : []));
}

/** Looks into the body that the log keeps; what is no text is read as if it were. */
function hasInBody(entry: Readonly<LogEntry> | undefined, text: string): boolean {
  return entry !== undefined && textOf(entry.body).toLowerCase().includes(text);
}

function textOf(body: LogEntry['body']): string {
  return typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
}

/** What `since:` and `last:` mean now. */
function timesOf({ now, world }: Pick<Context, 'now' | 'world'>): Times {
  return { now: now(), newestEvent: newestFired(world.world()) };
}

/** When the newest event was fired, in any instance, whatever became of it. */
function newestFired({ instances }: World): number | undefined {
  let newest: number | undefined;
  for (const { events } of instances)
    for (const { firedAt } of events) if (newest === undefined || firedAt > newest) newest = firedAt;
  return newest;
}

/** Requests and lines after a cursor, oldest first; without one, the newest. */
function listRequests(context: Used, input: Parsed<'requests.list'>): Output<'requests.list'> {
  const { log } = context;
  const limit = input.limit ?? MAX_PULL;
  const after = input.after ?? Math.max(0, log.last() - limit);
  const { items: rows, next, dropped } = log.after(after, limit, lineViewer(context));
  const items = input.filter ? rows.filter(filterOf(context, input.filter)) : rows;
  return { run: context.run, items, next, dropped: input.after === undefined ? 0 : dropped };
}

function filterOf(context: Used, filter: string): (line: LogLine) => boolean {
  const inBody: InBody<LogRow> = ({ sequence }, text) =>
    context.log.read(sequence, (entry) => hasInBody(entry, text)) ?? false;
  return compileFilter(filter, { inBody, times: timesOf(context) });
}
