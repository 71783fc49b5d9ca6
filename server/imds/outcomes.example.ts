// For the tests: a data plane on a free port, whose core answers each target as the test says.
import { isEventLine } from '../../app/log/event-line.ts';
import type { Answered, Outcome } from '../../app/answer/answer.ts';
import type { Page } from '../../app/answer/page.ts';
import { NOT_FOUND } from '../../app/ec2/pages.ts';
import type { Request } from '../../app/answer/request.ts';
import type { Effect } from '../../app/traffic/traffic.ts';
import { openOne } from '../listen.ts';
import { createRequestLog } from '../log/request-log.ts';
import type { Answering } from './answering.ts';
import { exampleAnswering } from './answering.example.ts';
import { createDataPlane, type Limits } from './app.ts';

/** A page of the body `abcdef`. */
export const SIX: Page = {
  wire: NOT_FOUND.wire,
  status: 200,
  reason: 'OK',
  before: ['Content-Length', '6'],
  after: [],
  body: 'abcdef',
};

/** The whole of it on the wire, to who keeps the connection and to who does not. */
export const KEPT =
  'HTTP/1.1 200 OK\r\nContent-Length: 6\r\nDate: Thu, 01 Aug 2024 11:59:00 GMT\r\nServer: EC2ws\r\n\r\nabcdef';
export const CLOSED = KEPT.replace('EC2ws', 'EC2ws\r\nConnection: close');

export const whole = { kind: 'reply' as const, page: SIX, tokenTtl: undefined };

/** What it brings about when a whole answer has left; the id of the token is the target. */
function tokenOf({ target, client }: Request): Effect {
  return { kind: 'token-issued', id: target, instance: 'i', client, issuedAt: 0, ttlSeconds: 60 };
}

export type Plane = {
  port: number;
  answering: Answering;
  /** What was told of as broken. */
  told: unknown[];
  /** What became of each request, in the order of the log. */
  rows: () => { target: string; status: number | null; rule: string; size: number }[];
  /** Targets whose answer has left. */
  sent: () => string[];
  close: () => Promise<void>;
};

/** `outcomes` by target; a target that is not among them gets the whole answer. */
export async function openPlane(
  outcomes: Record<string, Outcome>,
  given: { limits?: Partial<Limits>; answering?: Partial<Answering> } = {},
): Promise<Plane> {
  const told: unknown[] = [];
  const respond: Answering['respond'] = (instance, _traffic, request): Answered => ({
    outcome: outcomes[request.target] ?? whole,
    effects: [],
    whenSent: [tokenOf(request)],
    why: { rule: 'fact', instance: instance.name, path: request.target },
  });
  const base = { ...exampleAnswering(), log: createRequestLog(), respond };
  const answering: Answering = { ...base, failed: (error) => told.push(error), ...given.answering };
  const opened = await openOne(createDataPlane(answering, given.limits), { host: '127.0.0.1', port: 0 });
  if (!opened.ok) throw new Error(opened.code);
  return {
    port: opened.listener.port,
    answering,
    told,
    rows: () =>
      answering.log.after(0, 1000, (item) => {
        if (isEventLine(item)) throw new Error('No event happens here.');
        const { target, status, why, size } = item;
        return { target, status, rule: why.rule, size };
      }).items,
    sent: () => [...answering.traffic.traffic.tokens.keys()],
    close: opened.close,
  };
}

/** A request that asks to keep the connection, or not to. */
export function get(target: string, keep = true, method = 'GET'): string {
  return `${method} ${target} HTTP/1.1\r\nHost: a\r\n${keep ? 'Connection: keep-alive\r\n' : ''}\r\n`;
}
