// The heart: a request to an instance at a moment, answered, with what that brings about and why. One pipeline for every dialect.
import type { Abilities } from '../abilities.ts';
import { closedTo } from '../ec2/option-rules.ts';
import { NO_NOTICE } from '../events/notice-question.ts';
import type { Effect, Traffic } from '../traffic/traffic.ts';
import type { Instance } from '../world/world.ts';
import { type Answered, NO_EFFECTS, reply, silence, onceSent } from './answer.ts';
import type { Dialect, Exchange, Located, Refused } from './dialect.ts';
import { DIALECTS, dialectOf } from './dialects.ts';
import { createKeptReasons } from './kept-reasons.ts';
import { createRead, toldOf } from './read.ts';
import type { LookedUp } from './node.ts';
import type { Request } from './request.ts';
import { checkToken, createTokenReader, issueMoment, issueToken, parseTtl, tokenEffects } from './tokens.ts';
import type { TokenFinding, Why } from './why.ts';

export type Respond = (instance: Instance, traffic: Traffic, request: Request, now: number) => Answered;

/**
 * The function that a metadata service is: no answer depends on anything but its inputs. It keeps compiled sites and
 * checked tokens between calls, which make answers quicker and change none. The order of its rules is that of imds.md 6.
 */
export function createRespond(abilities: Abilities): Respond {
  const finders = new Map(DIALECTS.map((dialect) => [dialect, dialect.finder(abilities)]));
  const readToken = createTokenReader(
    abilities,
    DIALECTS.map(({ token }) => token.layout),
  );
  const reasons = createKeptReasons();
  const read = createRead(abilities, reasons);

  return function respond(instance, traffic, request, now) {
    const dialect = dialectOf(instance);
    const closed = closedTo(request, instance);
    if (closed) return closed.how === 'refused' ? reply(dialect.closed, closed.why) : silence(closed.why);
    const exchange = { instance, traffic, request, now };
    for (const rule of dialect.rules.first) {
      const refused = rule(exchange);
      if (refused) return refuse(instance, refused, {});
    }
    const found = find(dialect, exchange);
    const located = { instance, traffic, request, now, found };
    for (const rule of dialect.rules.located) {
      const refused = rule(located);
      if (refused) return refuse(instance, refused, {});
    }
    return located.found.isToken ? issue(abilities, dialect, located) : metadata(dialect, located);
  };

  function find(dialect: Dialect, exchange: Exchange): LookedUp {
    const finder = finders.get(dialect);
    if (!finder) throw new Error(`The dialect of ${exchange.instance.name} is none of those that there are.`);
    return finder(exchange);
  }

  function metadata(dialect: Dialect, located: Located): Answered {
    const { instance, traffic, request, found, now } = located;
    const token = checkToken(readToken, traffic, instance.name, request.token, now);
    for (const rule of dialect.rules.metadata) {
      const refused = rule(located, token);
      if (refused) return refuse(instance, refused, { path: found.path, token }, toldOf(dialect, token));
    }
    const question = dialect.question(located);
    if (question !== NO_NOTICE || !isPlain(found)) return read(dialect, located, token, question);
    const { node, path } = found;
    const why = node
      ? reasons.plain(node, instance.name, token, () => dialect.sourceOf(node))
      : reasons.plain(reasons.absence(instance, path), instance.name, token, () => dialect.missing(located, question));
    const used = onceSent(tokenEffects(token, request, path));
    return reply(node?.page ?? dialect.notFound, why, used, toldOf(dialect, token));
  }
}

/** A new token (imds.md 2.5). */
function issue(abilities: Abilities, dialect: Dialect, located: Located): Answered {
  const { instance, traffic, request, found, now } = located;
  const where = { path: found.path };
  for (const rule of dialect.rules.token) {
    const refused = rule(located);
    if (refused) return refuse(instance, refused, where);
  }
  const ttlSeconds = parseTtl(request.tokenTtl);
  if (ttlSeconds === undefined) throw new Error('The rules of a dialect let through a TTL that is none.');
  const issuedAt = issueMoment(traffic, instance.name, now);
  const asked = { instance: instance.name, ttlSeconds, now: issuedAt };
  const { text, id } = issueToken(dialect.token.layout, abilities, traffic.tokenKey, asked);
  const issued: Effect = {
    kind: 'token-issued',
    id,
    client: request.client,
    issuedAt,
    ttlSeconds,
    instance: instance.name,
  };
  const token: TokenFinding = { state: 'issued', id, secondsLeft: ttlSeconds };
  const why: Why = { instance: instance.name, ...where, rule: 'token-issued', token };
  const told = dialect.token.isToldInHead ? ttlSeconds : undefined;
  return reply(dialect.token.page(text, ttlSeconds), why, onceSent(request.own ? NO_EFFECTS : [issued]), told);
}

/** Where nothing is, a version says something of its own. */
function isPlain({ node, problem }: LookedUp): boolean {
  return node ? node.isPlain : problem === undefined;
}

/** An answer that a rule gives. A token that it does not count as used is not told of either. */
function refuse({ name }: Instance, { page, why, used }: Refused, where: Pick<Why, 'path' | 'token'>, told?: number) {
  const whole: Why = { instance: name, ...where, ...why };
  if (page === null) return silence(whole);
  return used ? reply(page, whole, onceSent(used), told) : reply(page, whole);
}
