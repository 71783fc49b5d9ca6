// What the data plane needs from the rest of the server to answer a request and to record that it did.
import type { Admits } from '../../app/ec2/host-rule.ts';
import type { LogEntry } from '../../app/log/log-entry.ts';
import { closedTo } from '../../app/ec2/option-rules.ts';
import { applyEffects, noteClient } from '../../app/traffic/record.ts';
import type { Request } from '../../app/answer/request.ts';
import type { Answered } from '../../app/answer/answer.ts';
import { dialectOf } from '../../app/answer/dialects.ts';
import type { Respond } from '../../app/answer/respond.ts';
import type { Rule, Why } from '../../app/answer/why.ts';
import type { Instance, World } from '../../app/world/world.ts';
import type { Page } from '../../app/answer/page.ts';
import type { Identity } from '../identity/identity.ts';
import type { RequestLog } from '../request-log.ts';
import type { TrafficStore } from '../traffic-store.ts';
import type { KeptHeaders } from './kept-headers.ts';
import { sizeOf } from './write-answer.ts';

export type Answering = {
  respond: Respond;
  world: () => World;
  traffic: TrafficStore;
  log: RequestLog;
  now: () => number;
  admits: () => Admits;
  /** The key behind signatures: who asks for one waits until it is there. */
  identity: Pick<Identity, 'isReady' | 'ready'>;
  /** Marks requests of Metadeck's own. */
  probeSecret: string;
  /** Rings the bell. */
  changed: () => void;
};

type Verdict = { page: Page | null; why: Why };

/** What is answered to a request that is not even looked at, unless the metadata options have closed the endpoint (imds.md 2.8). */
export function unlessClosed(instance: Instance, request: Request, usual: Verdict): Verdict {
  const closed = closedTo(request, instance);
  if (!closed) return usual;
  return { page: usual.page && closed.how === 'refused' ? dialectOf(instance).closed : null, why: closed.why };
}

/** A request that was answered, as the log takes it. */
export type Recorded = {
  at: number;
  startedAt: number;
  instance: Instance;
  request: Pick<Request, 'client' | 'own' | 'method' | 'target' | 'token'>;
  port: number;
  headers: KeptHeaders;
  page: Page | null;
  responseHeaders: readonly string[];
  why: Why;
  effects: Answered['effects'];
  whenSent: Answered['whenSent'];
};

/** Notes effects, client and log entry of one request. */
export function record(answering: Answering, given: Recorded): void {
  const { instance, request, at } = given;
  const { traffic } = answering.traffic;
  applyEffects(traffic, given.effects, at);
  applyEffects(traffic, given.whenSent, at);
  const version = versionUsed(given);
  const entry = entryOf(given, version);
  if (!request.own) {
    const { agent } = given.headers;
    const { client: address, target } = request;
    noteClient(traffic, { instance: instance.name, address, agent, withToken: version === 'v2', target }, at);
  }
  answering.traffic.touch();
  answering.log.add(entry);
  answering.changed();
}

/** A token, or a question for one, makes it IMDSv2; what could not be read is neither. */
function versionUsed({ request, why }: Recorded): LogEntry['version'] {
  if (UNREAD.has(why.rule)) return null;
  return request.token !== undefined || (request.method === 'PUT' && why.path === 'api/token') ? 'v2' : 'v1';
}

const UNREAD: ReadonlySet<Rule> = new Set<Rule>(['malformed-request', 'headers-too-large', 'timed-out']);

function entryOf(given: Recorded, version: LogEntry['version']): LogEntry {
  const { request, page } = given;
  const sent = page !== null && request.method !== 'HEAD' ? page : undefined;
  return {
    sequence: 0,
    at: given.at,
    instance: given.instance.name,
    client: request.client,
    port: given.port,
    method: request.method,
    target: request.target,
    status: page?.status ?? null,
    reason: page?.reason ?? '',
    size: sent ? sizeOf(sent) : 0,
    durationMs: Math.round((performance.now() - given.startedAt) * 1000) / 1000,
    why: given.why,
    version,
    requestHeaders: given.headers.list,
    responseHeaders: given.responseHeaders,
    body: sent ? (sent.shown ?? sent.body) : '',
    truncated: false,
    panel: request.own !== false,
  };
}
