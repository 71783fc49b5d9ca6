// Operations that ask the metadata service themselves: a preview that sends nothing, and a probe that really goes over the wire.
import { request as httpRequest } from 'node:http';
import type { Parsed } from '../../app/contract/contract.ts';
import type { Answer } from '../../app/contract/answers.ts';
import { type EventFinder, explain } from '../../app/log/explain.ts';
import { headerOf, type LogEntry, pairs, toEntryView } from '../../app/log/log-entry.ts';
import { asksForSignature } from '../../app/metadata/signatures.ts';
import { clientAddress, previewRequest } from '../../app/answer/request.ts';
import { done, failed, type Result } from '../../app/result.ts';
import { dialectOf } from '../../app/answer/dialects.ts';
import { issueToken } from '../../app/answer/tokens.ts';
import { textOf } from '../../app/views/metadata-view.ts';
import type { Instance } from '../../app/world/world.ts';
import { headersOf, sizeOf } from '../imds/write-answer.ts';
import { hopsOf } from '../imds/arrival.ts';
import { probeMark } from '../imds/take-request.ts';
import { reachable } from '../imds/plane.ts';
import { nodeAbilities } from '../abilities.ts';
import { type Caller, type Context, eventFinder, pick } from './context.ts';

/** What of a run these work on. */
type Used = Pick<
  Context,
  'identity' | 'log' | 'now' | 'plane' | 'abilities' | 'probeSecret' | 'respond' | 'traffic' | 'version' | 'world'
>;

const PREVIEW_TTL_SECONDS = 60;
/** A client that says nothing of its connection. */
const ASKS_NOTHING = { toClose: false, toKeepAlive: false, httpVersion: '1.1' };
const PROBE_TIMEOUT_MS = 10_000;

export const askingHandlers = {
  'metadata.preview': async ({ context }: Caller<Used>, input: Parsed<'metadata.preview'>): Promise<Result<Answer>> => {
    if (asksForSignature(targetOf(input.path))) await context.identity.ready();
    const picked = pick(context, input.instance);
    if (!picked.ok) return picked;
    const request = previewRequest({
      instance: picked.data.name,
      target: targetOf(input.path),
      client: input.client,
      token: previewToken(context, picked.data),
      hops: hopsOf(context.world.world(), clientAddress(input.client ?? '127.0.0.1')),
    });
    const { outcome, why } = context.respond(picked.data, context.traffic.traffic, request, context.now());
    // Nobody reads a notice here, so it is nobody's first sighting.
    const { firstSightingMs: _, ...told } = why;
    const words = explain(told, eventFinder(context));
    if (outcome.kind !== 'reply')
      return done({ status: null, reason: '', headers: [], body: '', encoding: 'utf8', size: 0, why: words });
    const { page, tokenTtl } = outcome;
    const { text, encoding } = textOf(context.abilities, page);
    const keepAlive = page.wire.keepsAlive(ASKS_NOTHING);
    const headers = pairs(headersOf(page, tokenTtl, context.now(), keepAlive));
    return done({
      status: page.status,
      reason: page.reason,
      headers,
      body: text,
      encoding,
      size: sizeOf(page),
      why: words,
    });
  },
  'server.probe': async ({ context }: Caller<Used>, input: Parsed<'server.probe'>): Promise<Result<Answer>> => {
    const [listener] = context.plane.state().listeners;
    if (!listener) return failed('CONFLICT', 'Nothing listens, so nothing can be asked; start the server first.');
    const asked = 'replay' in input ? replayed(context, input.replay) : done(asPath(input));
    if (!asked.ok) return asked;
    const picked = pick(context, asked.data.instance);
    if (!picked.ok) return picked;
    const at = { host: reachable(listener.address), port: listener.port };
    return probe(context, at, { ...asked.data, instance: picked.data.name });
  },
};

/** `meta-data/x` and `/latest/meta-data/x` alike; a path that names another version keeps it. */
function targetOf(path: string): string {
  const sendable = path.replace(UNSENDABLE, escaped);
  if (sendable.startsWith('/')) return sendable;
  return /^(latest|1\.0|\d{4}-\d\d-\d\d)(\/|$)/.test(sendable) ? `/${sendable}` : `/latest/${sendable}`;
}

/** What can't stand in a request line. */
const UNSENDABLE = /[^\u0021-\u007e]+/g;

function escaped(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex').replace(/../g, '%$&');
}

/** What the instance wants of a client whose token is in order. */
function previewToken({ abilities, traffic, now }: Used, instance: Instance): string | undefined {
  if (instance.options.httpTokens !== 'required') return undefined;
  const { layout } = dialectOf(instance).token;
  const asked = { instance: instance.name, ttlSeconds: PREVIEW_TTL_SECONDS, now: now() };
  return issueToken(layout, abilities, traffic.traffic.tokenKey, asked).text;
}

type Ask = {
  /** The one that is meant; the first without it. */
  instance: string | undefined;
  method: string;
  target: string;
  headers: Record<string, string>;
  withToken: boolean;
};

type AskedPath = Exclude<Parsed<'server.probe'>, { replay: number }>;

function asPath(input: AskedPath): Ask {
  return {
    instance: input.instance,
    method: input.method ?? 'GET',
    target: targetOf(input.path),
    headers: {},
    withToken: input.withToken ?? false,
  };
}

const TOKEN_HEADER = 'x-aws-ec2-metadata-token';
/** Headers that belong to the connection or are made anew. */
const NOT_REPLAYED: ReadonlySet<string> = new Set([
  TOKEN_HEADER,
  'connection',
  'content-length',
  'transfer-encoding',
  'expect',
  'host',
]);

/** The request as it was, to the instance that answered it, with a new token where it carried one. */
function replayed(context: Used, sequence: number): Result<Ask> {
  const ask = context.log.read(sequence, askOf);
  return ask
    ? done(ask)
    : failed('NOT_FOUND', `Request ${sequence} is not in the log, or could not be read; choose another.`);
}

/** Null for what could not be read. */
function askOf(entry: Readonly<LogEntry>): Ask | null {
  if (entry.method === '' || !entry.target.startsWith('/')) return null;
  const kept = pairs(entry.requestHeaders).filter(
    ([name, value]) => !NOT_REPLAYED.has(name.toLowerCase()) && !value.endsWith('…'),
  );
  const withToken = headerOf(entry.requestHeaders, TOKEN_HEADER) !== '';
  const { instance, method, target } = entry;
  return { instance, method, target, headers: Object.fromEntries(kept), withToken };
}

type At = { host: string; port: number };

async function probe(context: Used, at: At, ask: Ask & { instance: string }): Promise<Result<Answer>> {
  const mark = probeMark(context.probeSecret, ask.instance);
  const headers: Record<string, string> = { 'user-agent': `metadeck/${context.version}`, ...ask.headers, ...mark };
  if (ask.withToken) {
    const ttl = { 'x-aws-ec2-metadata-token-ttl-seconds': String(PREVIEW_TTL_SECONDS) };
    const token = await send(at, { method: 'PUT', target: '/latest/api/token', headers: { ...headers, ...ttl } });
    if (token.body !== undefined) headers[TOKEN_HEADER] = token.body;
  }
  const sent = await send(at, { method: ask.method, target: ask.target, headers });
  if (sent.port === undefined)
    return failed('CONFLICT', 'The metadata service did not answer its own request in time; restart the server.');
  return recorded(context, sent.port);
}

type Sent = { body?: string; port?: number };

/** Sends one request; `port` is the one it came from, by which its entry in the log is known. */
function send(at: At, ask: Omit<Ask, 'withToken' | 'instance'>): Promise<Sent> {
  return new Promise((settle) => {
    const request = httpRequest(
      { ...at, method: ask.method, path: ask.target, headers: ask.headers, agent: false, timeout: PROBE_TIMEOUT_MS },
      (res) => {
        const port = res.socket.localPort;
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () =>
          settle({ body: Buffer.concat(chunks).toString('utf8'), ...(port === undefined ? {} : { port }) }),
        );
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => settle({}));
    request.end();
  });
}

/** What the log says of the request that came from this port, the newest first. */
function recorded(context: Used, port: number): Result<Answer> {
  const { log } = context;
  const find = eventFinder(context);
  for (let sequence = log.last(); sequence > 0; sequence--) {
    const found = log.read(sequence, (entry) => (entry.panel && entry.port === port ? answerIn(entry, find) : null));
    if (found === undefined) break;
    if (found !== null) return done(found);
  }
  return failed('NOT_FOUND', 'The request was answered, but its entry is no longer in the log.');
}

function answerIn(entry: Readonly<LogEntry>, find: EventFinder): Answer {
  const view = toEntryView(entry, find, nodeAbilities.toBase64);
  const { status, reason, responseHeaders, body, encoding, size, why } = view;
  return { status, reason, headers: responseHeaders, body, encoding, size, why };
}
