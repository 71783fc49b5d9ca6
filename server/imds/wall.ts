// The wall: a throw behind a request is answered with 500 and noted in the log, and never ends the process.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { dialectOf } from '../../app/answer/dialects.ts';
import type { Page } from '../../app/answer/page.ts';
import { firstInstance } from '../../app/world/instances.ts';
import type { Answering } from './answering.ts';
import { begin } from './exchange.ts';
import { type RecordedRequest, type Ended, logAlone } from './recording.ts';
import { unreadRequest } from './unread.ts';
import { headersOf, rawAnswer, writeAnswer } from './write-answer.ts';

/** Where a throw is answered: a response, or a bare connection where Node made none. */
type Answerable = { req: IncomingMessage; res: ServerResponse } | { req?: IncomingMessage; socket: Duplex };

/**
 * Runs what answers a request. What it throws, at once or later, is told; the client gets 500 and the end of its
 * connection, where it has no answer yet; and the log gets a row of the rule `internal`.
 */
export function behindWall(answering: Answering, to: Answerable, act: () => void | Promise<void>): void {
  try {
    act()?.catch((error: unknown) => answerBroken(answering, to, error));
  } catch (error) {
    answerBroken(answering, to, error);
  }
}

function answerBroken(answering: Answering, to: Answerable, error: unknown): void {
  answering.failed(error);
  try {
    const asked = askedBy(answering, to);
    const { internal } = dialectOf(asked.instance).own;
    const said = 'res' in to ? sayOn(to.res, internal, asked.at) : sayRaw(to.socket, internal, asked.at);
    logAlone(answering, asked, { ...said, why: { rule: 'internal', instance: asked.instance.name } });
  } catch (next) {
    // What is needed to say so is broken too.
    answering.failed(next);
    connectionOf(to).destroy();
  }
}

function connectionOf(to: Answerable): Duplex {
  return 'res' in to ? to.req.socket : to.socket;
}

/** As it was taken before; where just that breaks, as far as it can be made out. */
function askedBy(answering: Answering, to: Answerable): RecordedRequest {
  try {
    if ('res' in to) return begin(answering, to.req, to.res);
  } catch (error) {
    answering.failed(error);
  }
  const [at, startedAt, instance] = [answering.now(), performance.now(), firstInstance(answering.world())];
  return { at, startedAt, instance, ...unreadRequest(connectionOf(to), to.req) };
}

type Said = Omit<Ended, 'why'>;

const NOTHING: readonly string[] = [];
const NOTHING_SAID: Said = { page: null, responseHeaders: NOTHING };

function sayOn(res: ServerResponse, page: Page, now: number): Said {
  if (res.destroyed || res.req.socket.destroyed) return NOTHING_SAID;
  if (!res.headersSent)
    return { page, responseHeaders: writeAnswer(res, { page, tokenTtl: undefined, now, keepAlive: false }) };
  // It has had its answer: what broke came after.
  const sent = {
    ...page,
    status: res.statusCode,
    reason: res.statusMessage,
    before: NOTHING,
    after: NOTHING,
    body: '',
  };
  return { page: sent, responseHeaders: NOTHING };
}

function sayRaw(socket: Duplex, page: Page, now: number): Said {
  if (!socket.writable) return NOTHING_SAID;
  socket.end(rawAnswer(page, now), 'latin1', () => socket.destroy());
  return { page, responseHeaders: headersOf(page, undefined, now, false) };
}
