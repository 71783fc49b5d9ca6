// A request as the traffic and the log keep it, once it is over.
import { TOKEN_PATH } from '../../app/answer/tokens.ts';
import type { Effect } from '../../app/traffic/traffic.ts';
import type { LogEntry } from '../../app/log/log-entry.ts';
import { applyEffects, noteClient } from '../../app/traffic/record.ts';
import type { Page } from '../../app/answer/page.ts';
import type { Request } from '../../app/answer/request.ts';
import type { Rule, Why } from '../../app/answer/why.ts';
import type { Instance } from '../../app/world/world.ts';
import type { Answering } from './answering.ts';
import type { KeptHeaders } from './kept-headers.ts';
import { sizeOf, startOf } from './write-answer.ts';

/** What was asked, as far as it is recorded. */
export type RecordedRequest = {
  /** When it came, in milliseconds since 1970, and by the clock that `durationMs` is counted with. */
  at: number;
  startedAt: number;
  instance: Instance;
  request: Pick<Request, 'client' | 'own' | 'method' | 'target' | 'token'>;
  port: number;
  headers: { kept: KeptHeaders };
};

/** What became of it. */
export type Ended = {
  /** Null where nothing was answered at all. */
  page: Page | null;
  /** Names and values in turn, as they went out. */
  responseHeaders: readonly string[];
  why: Why;
  /** Bytes of the body that went out, where it was cut. */
  cutAt?: number;
};

/** Notes what an answer brought about at that moment, in milliseconds since 1970. */
export function bringAbout(answering: Answering, effects: readonly Effect[], at: number): void {
  if (effects.length === 0) return;
  applyEffects(answering.traffic.traffic, effects, at);
  answering.traffic.touch();
  answering.changed();
}

/** Notes client and log entry of one request. */
export function record(answering: Answering, asked: RecordedRequest, ended: Ended): void {
  const { instance, request, at } = asked;
  const version = versionUsed(asked, ended.why);
  if (!request.own) {
    const { agent } = asked.headers.kept;
    const { client: address, target, method } = request;
    const path = method === 'GET' ? ended.why.path : undefined;
    const client = { instance: instance.name, address, agent, withToken: version === 'v2', target, path };
    noteClient(answering.traffic.traffic, client, at);
  }
  answering.traffic.touch();
  answering.log.add(entryOf(asked, ended, version));
  answering.changed();
}

/** Notes it in the log alone, for what broke while it was recorded. */
export function logAlone({ log, changed }: Answering, asked: RecordedRequest, ended: Ended): void {
  log.add(entryOf(asked, ended, versionUsed(asked, ended.why)));
  changed();
}

/** A token, or a question for one, makes it IMDSv2; what could not be read is neither. */
function versionUsed({ request }: RecordedRequest, why: Why): LogEntry['version'] {
  if (UNREAD.has(why.rule)) return null;
  return request.token !== undefined || (request.method === 'PUT' && why.path === TOKEN_PATH) ? 'v2' : 'v1';
}

const UNREAD: ReadonlySet<Rule> = new Set<Rule>(['malformed-request', 'headers-too-large', 'timed-out']);

function entryOf(asked: RecordedRequest, ended: Ended, version: LogEntry['version']): LogEntry {
  const { request } = asked;
  const { page, responseHeaders, why } = ended;
  const { size, body, truncated } = bodyOf(request.method, ended);
  return {
    sequence: 0,
    at: asked.at,
    instance: asked.instance.name,
    client: request.client,
    port: asked.port,
    method: request.method,
    target: request.target,
    status: page?.status ?? null,
    reason: page?.reason ?? '',
    size,
    durationMs: Math.round((performance.now() - asked.startedAt) * 1000) / 1000,
    why,
    version,
    requestHeaders: asked.headers.kept.list,
    responseHeaders,
    body,
    truncated,
    panel: request.own !== false,
  };
}

function bodyOf(method: string, { page, cutAt }: Ended): Pick<LogEntry, 'size' | 'body' | 'truncated'> {
  if (page === null || method === 'HEAD') return { size: 0, body: '', truncated: false };
  const size = sizeOf(page);
  const body = page.shown ?? page.body;
  if (cutAt === undefined || cutAt >= size) return { size, body, truncated: false };
  return { size: cutAt, body: startOf(body, cutAt), truncated: true };
}
