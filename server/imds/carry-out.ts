// Does what an outcome says: an answer at once or later, part of one, or none; and notes the request when it is over.
import type { Socket } from 'node:net';
import type { Answered, Cut, Later, Prompt, Written } from '../../app/answer/answer.ts';
import type { Page } from '../../app/answer/page.ts';
import type { Rule, Why } from '../../app/answer/why.ts';
import type { Answering } from './answering.ts';
import type { Exchange } from './exchange.ts';
import { whenGone } from './gone.ts';
import { bringAbout, record } from './recording.ts';
import { behindWall } from './wall.ts';
import type { Waits } from './waits.ts';
import { type ToWrite, writeAnswer, writeStart } from './write-answer.ts';

/** The longest that an answer is held back. */
const MOST_DELAY_MS = 60_000;

/** What holds answers back, and the milliseconds that a connection may be idle beside that. */
export type Holding = { waits: Waits; idleMs: number };

/** What is carried out, for whom. */
type Carried = { answering: Answering; exchange: Exchange; answered: Answered };

/** Carries it out. What it brings about is noted when it is decided, which is now, and when a whole answer has left. */
export function carryOut(answering: Answering, holding: Holding, exchange: Exchange, answered: Answered): void {
  const { outcome } = answered;
  const carried = { answering, exchange, answered };
  bringAbout(answering, answered.effects, exchange.at);
  if (exchange.req.socket.destroyed) return noteLeft(carried);
  return outcome.kind === 'later' ? holdBack(carried, outcome, holding) : carryOutNow(carried, outcome);
}

function carryOutNow(carried: Carried, outcome: Prompt): void {
  switch (outcome.kind) {
    case 'reply':
      return send(carried, outcome);
    case 'cut':
      return inTurn(carried, (socket) => cut(carried, outcome, socket));
    case 'close':
      return inTurn(carried, (socket) => endBy(carried, () => socket.destroySoon()));
    case 'reset':
      return inTurn(carried, (socket) => endBy(carried, () => socket.resetAndDestroy()));
    case 'silence':
      return noteNothing(carried);
  }
}

/** Beyond the bound the connection is closed: an answer before its time would not be what was decided. */
function holdBack(carried: Carried, { afterMs, what }: Later, { waits, idleMs }: Holding): void {
  const { socket } = carried.exchange.req;
  const ms = Math.min(afterMs, MOST_DELAY_MS);
  const isHeld = waits.hold(socket, ms, {
    due: () => guarded(carried, () => carryOutNow(carried, what)),
    left: () => guarded(carried, () => noteLeft(carried)),
  });
  // Waiting is not being idle. Node goes back to the usual limit once an answer is out.
  if (isHeld) socket.setTimeout(ms + idleMs);
  else closeFor(carried, 'too-many-waiting');
}

function closeFor(carried: Carried, rule: Rule): void {
  const { answered } = carried;
  carryOutNow({ ...carried, answered: { ...answered, why: nothingRead(answered.why, rule) } }, { kind: 'close' });
}

function send(carried: Carried, written: Written): void {
  const { exchange } = carried;
  const responseHeaders = writeAnswer(exchange.res, toWrite(exchange, written));
  const { page } = written;
  if (hasLeft(exchange)) return noteSent(carried, page, responseHeaders, exchange.at);
  return whenOver(carried, (isSent) =>
    isSent ? noteSent(carried, page, responseHeaders, carried.answering.now()) : noteLeft(carried),
  );
}

function toWrite({ req, headers, at }: Exchange, { page, tokenTtl }: Written): ToWrite {
  const { asksToClose: toClose, asksToKeepAlive: toKeepAlive } = headers;
  const keepAlive = page.wire.keepsAlive({ toClose, toKeepAlive, httpVersion: req.httpVersion });
  return { page, tokenTtl, now: at, keepAlive };
}

function cut(carried: Carried, { bytes, ...written }: Cut, socket: Socket): void {
  const { exchange } = carried;
  const responseHeaders = writeStart(socket, exchange.req.method, toWrite(exchange, written), bytes);
  socket.destroySoon();
  const { answering, answered } = carried;
  record(answering, exchange, { page: written.page, responseHeaders, why: answered.why, cutAt: bytes });
}

function endBy(carried: Carried, end: () => void): void {
  end();
  noteNothing(carried);
}

/** True when all of it is with the kernel already, as it mostly is: no listener is needed then. */
function hasLeft({ req, res }: Exchange): boolean {
  return res.writableFinished && !isBroken(req.socket);
}

function isBroken(socket: Socket): boolean {
  // Older Nodes, as in older Electrons, have no such field.
  return socket.destroyed || socket.errored instanceof Error;
}

/** Says once whether the answer left, or the connection was gone before. */
function whenOver(carried: Carried, act: (isSent: boolean) => void): void {
  const { req, res } = carried.exchange;
  let isOver = false;
  const end = (isSent: boolean): void => {
    if (isOver) return;
    isOver = true;
    stay();
    guarded(carried, () => act(isSent));
  };
  const stay = whenGone(req.socket, () => end(false));
  // Ahead of Node, which ends the connection there. It says the same of an answer that was thrown away.
  res.prependOnceListener('finish', () => end(!isBroken(req.socket)));
}

/** Acts when all answers before this one are out, which is mostly now. */
function inTurn(carried: Carried, act: (socket: Socket) => void): void {
  const { req, res } = carried.exchange;
  if (res.socket) return act(res.socket);
  const stay = whenGone(req.socket, () => guarded(carried, () => noteLeft(carried)));
  res.once('socket', (socket: Socket) => {
    stay();
    guarded(carried, () => act(socket));
  });
  return undefined;
}

function guarded({ answering, exchange }: Carried, act: () => void): void {
  behindWall(answering, exchange, act);
}

function noteSent(
  { answering, exchange, answered }: Carried,
  page: Page,
  responseHeaders: readonly string[],
  at: number,
): void {
  bringAbout(answering, answered.whenSent, at);
  record(answering, exchange, { page, responseHeaders, why: answered.why });
}

function noteNothing({ answering, exchange, answered }: Carried): void {
  record(answering, exchange, { page: null, responseHeaders: [], why: answered.why });
}

/** Who left has read nothing, whatever was decided. */
function noteLeft({ answering, exchange, answered }: Carried): void {
  const leftAfterMs = performance.now() - exchange.startedAt;
  record(answering, exchange, {
    page: null,
    responseHeaders: [],
    why: { ...nothingRead(answered.why, 'left'), leftAfterMs },
  });
}

/** Why nothing came of it: with what was asked, and without what would have been told, shown or taken. */
function nothingRead(why: Why, rule: Rule): Why {
  const { instance, path, token } = why;
  return {
    rule,
    ...(instance === undefined ? {} : { instance }),
    ...(path === undefined ? {} : { path }),
    ...(token === undefined || token.state === 'issued' ? {} : { token }),
  };
}
