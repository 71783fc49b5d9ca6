// Operations on requests and tokens.
import type { Output, Parsed } from '../../app/contract/contract.ts';
import type { LogEntryView, LogRow, TokenView } from '../../app/contract/traffic.ts';
import { MAX_PULL } from '../../app/log/max-pull.ts';
import { compileFilter, type InBody } from '../../app/filter/filter.ts';
import { type LogEntry, toEntryView, toRow } from '../../app/log/log-entry.ts';
import { done, failed } from '../../app/result.ts';
import { isoTime } from '../../app/time.ts';
import { endOf, isRevoked } from '../../app/answer/tokens.ts';
import type { IssuedToken, Traffic } from '../../app/traffic/traffic.ts';
import { nodeAbilities } from '../abilities.ts';
import type { RequestLog } from '../request-log.ts';
import { expireAll, expireToken } from '../history/token-deeds.ts';
import { type Caller, type Context, eventFinder, pick } from './context.ts';

/** What of a run these work on. */
type Used = Pick<Context, 'history' | 'log' | 'now' | 'run' | 'traffic' | 'world'>;

export const trafficHandlers = {
  'requests.list': ({ context }: Caller<Used>, input: Parsed<'requests.list'>) => done(listRequests(context, input)),
  'requests.get': ({ context }: Caller<Used>, input: Parsed<'requests.get'>) => {
    const found = context.log.read(input.sequence, entryViewer(context));
    if (!found)
      return failed(
        'NOT_FOUND',
        `Request ${input.sequence} is not in the log; it holds the last ${context.log.size()} of ${context.log.last()}.`,
      );
    return done(found);
  },
  'requests.entries': ({ context }: Caller<Used>, { sequences }: Parsed<'requests.entries'>) => {
    const view = entryViewer(context);
    const found = sequences.map((sequence) => context.log.read(sequence, view));
    return done({ run: context.run, items: found.filter((one) => one !== undefined) });
  },
  'requests.clear': ({ context }: Caller<Used>) => done({ cleared: context.log.clear() }),
  'tokens.list': ({ context }: Caller<Used>) => {
    const { traffic } = context.traffic;
    const items = [...traffic.tokens.values()].reverse();
    return done({ items: items.map((token) => tokenView(traffic, token, context.now())) });
  },
  'tokens.revoke': ({ context }: Caller<Used>, { id, inSeconds = 0 }: Parsed<'tokens.revoke'>) => {
    const { traffic } = context.traffic;
    const token = traffic.tokens.get(id);
    if (!token) return failed('NOT_FOUND', `No token ${id} is known; /v1/tokens lists the latest ones.`);
    expireToken(context, token, inSeconds);
    return done(tokenView(traffic, token, context.now()));
  },
  'tokens.revoke-all': ({ context }: Caller<Used>, input: Parsed<'tokens.revoke-all'>) => {
    const { traffic } = context.traffic;
    const now = context.now();
    if (input.instance !== undefined) {
      const picked = pick(context, input.instance);
      if (!picked.ok) return picked;
    }
    const alive = [...traffic.tokens.values()].filter(
      (token) =>
        token.instance === (input.instance ?? token.instance) && tokenView(traffic, token, now).state === 'valid',
    );
    expireAll(context, input.instance);
    return done({ revoked: alive.length });
  },
};

/** Makes the whole view of an entry. */
function entryViewer(context: Used): (entry: Readonly<LogEntry>) => LogEntryView {
  const find = eventFinder(context);
  return (entry) => toEntryView(entry, find, nodeAbilities.toBase64);
}

/** Looks into the bodies that the log keeps; what is no text is read as if it were. */
function inBodyOf(log: RequestLog): InBody<LogRow> {
  return ({ sequence }, text) => log.read(sequence, ({ body }) => textOf(body).toLowerCase().includes(text)) ?? false;
}

function textOf(body: LogEntry['body']): string {
  return typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
}

function tokenView(traffic: Traffic, token: IssuedToken, now: number): TokenView {
  const { issuedAt, ...rest } = token;
  const expiresAt = endOf(traffic, token);
  const left = expiresAt - now;
  const alive = isRevoked(traffic, token.instance, token) ? 'revoked' : 'valid';
  const state = left <= 0 ? 'expired' : alive;
  return {
    ...rest,
    issuedAt: isoTime(issuedAt),
    expiresAt: isoTime(expiresAt),
    remainingSeconds: state === 'valid' ? Math.floor(left / 1000) : 0,
    state,
  };
}

/** Requests after a cursor, oldest first; without one, the newest. */
function listRequests(context: Used, input: Parsed<'requests.list'>): Output<'requests.list'> {
  const { log } = context;
  const limit = input.limit ?? MAX_PULL;
  const after = input.after ?? Math.max(0, log.last() - limit);
  const find = eventFinder(context);
  const { items: rows, next, dropped } = log.after(after, limit, (entry) => toRow(entry, find));
  const items = input.filter ? rows.filter(compileFilter(input.filter, inBodyOf(log))) : rows;
  return { run: context.run, items, next, dropped: input.after === undefined ? 0 : dropped };
}
