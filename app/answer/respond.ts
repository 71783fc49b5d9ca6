// The heart: a request to an instance at a moment, answered, with what that brings about and why.
import { createAemmResponder } from '../aemm/respond.ts';
import { type Answered, given, type Moments, NO_EFFECTS, NOTHING_COMES, reply, silence } from './answer.ts';
import {
  firstSighting,
  momentsOf,
  NO_NOTICE,
  type NoticeQuestion,
  noticeQuestion,
  sightings,
  visibleTo,
} from '../events/notice.ts';
import { refusal } from '../ec2/host-rule.ts';
import { keepReasons } from './kept-reasons.ts';
import { type Found, lookUp } from '../ec2/look-up.ts';
import { closedTo, hidesTags, hopProblem } from '../ec2/option-rules.ts';
import type { Ports } from '../abilities.ts';
import type { Request } from './request.ts';
import type { Node } from '../ec2/layer.ts';
import { ancestors } from '../ec2/leaf.ts';
import { createSiteFinder } from '../ec2/site-finder.ts';
import { checkToken, createTokenReader, issueToken, parseTtl, tokenEffects } from './tokens.ts';
import type { Effect, Traffic } from '../traffic/traffic.ts';
import type { Rule, TokenFinding, Why } from './why.ts';
import * as ec2 from '../ec2/pages.ts';
import type { Page } from './page.ts';
import type { Instance } from '../world/world.ts';

export type Respond = (instance: Instance, traffic: Traffic, request: Request, now: number) => Answered;

/** What one request is answered from. */
type Asked = { instance: Instance; traffic: Traffic; request: Request; now: number; found: Found };

/**
 * The function that a metadata service is: no answer depends on anything but its inputs. It keeps compiled sites and
 * checked tokens between calls, which make answers quicker and change none.
 */
export function createRespond(ports: Ports): Respond {
  const siteFor = createSiteFinder(ports);
  const readToken = createTokenReader(ports);
  const answerAemm = createAemmResponder(ports, readToken);
  const plainReason = keepReasons((node: Node) => sourceOf(node, NO_NOTICE));

  return function respond(instance, traffic, request, now) {
    const closed = closedTo(request, instance);
    if (closed) return closed.how === 'refused' ? reply(ec2.FORBIDDEN, closed.why) : silence(closed.why);
    if (instance.profile === 'aemm') return answerAemm(instance, traffic, request, now);
    const refused = refusal(request, request.admits);
    if (refused) return reply(ec2.FORBIDDEN, { ...refused, instance: instance.name });
    const site = siteFor(instance, visibleTo(instance, traffic, request), now);
    const found = lookUp(site, request.target);
    const asked = { instance, traffic, request, now, found };
    const tooFar = hopProblem(request, instance, found.path);
    if (tooFar) return silence({ ...tooFar, instance: instance.name, path: found.path });
    if (found.path === 'api/token' && found.version === 'latest') return answerToken(ports, asked);
    return answerMetadata(asked);
  };

  /** Everything but the token path; the order of the rules is that of imds.md 6. */
  function answerMetadata(asked: Asked): Answered {
    const { instance, traffic, request, found, now } = asked;
    const token = checkToken(readToken, traffic, instance.name, request.token, now);
    const refused = metadataProblem(asked, token);
    const where = { instance: instance.name, path: found.path, token };
    if (refused) return reply(refused.page, { ...where, ...refused.why });
    if (request.method === 'GET' || request.method === 'HEAD') return answerRead(asked, token);
    const why: Why = { ...where, rule: 'method', given: request.method };
    return reply(ec2.METADATA_METHODS, why, whenSent(tokenEffects(token, request, found.path)), secondsLeft(token));
  }

  /** What is there, or that nothing is. */
  function answerRead(asked: Asked, token: TokenFinding): Answered {
    const { instance, traffic, request, found, now } = asked;
    const { path, node } = found;
    const used = tokenEffects(token, request, path);
    const notice = found.problem ? NO_NOTICE : noticeQuestion(instance, traffic, request, path, now);
    if (notice === NO_NOTICE && node && eventsIn(node).length === 0) {
      return reply(node.page, plainReason(node, instance.name, token), whenSent(used), secondsLeft(token));
    }
    const read = node
      ? readNode(asked, node, notice)
      : { page: ec2.NOT_FOUND, why: missing(asked, notice), seen: NO_EFFECTS };
    const why = { instance: instance.name, path, token, ...notice.why, ...read.why };
    return reply(read.page, why, momentsOf(notice, [...used, ...read.seen]), secondsLeft(token));
  }
}

/** imds.md 2.5: a PUT on `/latest/api/token` itself, a TTL from 1 to 21600, and nobody who forwards it. */
function answerToken(ports: Ports, asked: Asked): Answered {
  const { instance, traffic, request, found, now } = asked;
  const refused = tokenRequestProblem(asked);
  if (refused) return refused;
  const why = { instance: instance.name, path: found.path };
  const ttlSeconds = parseTtl(request.tokenTtl);
  if (ttlSeconds === undefined)
    return reply(ec2.BAD_REQUEST, { ...why, rule: 'token-ttl', ...given(request.tokenTtl) });
  const { text, id } = issueToken(ports, traffic.tokenKey, instance.name, ttlSeconds, now);
  const issued: Effect = {
    kind: 'token-issued',
    id,
    instance: instance.name,
    client: request.client,
    issuedAt: now,
    ttlSeconds,
  };
  const token: TokenFinding = { state: 'issued', id, secondsLeft: ttlSeconds };
  return reply(
    ec2.tokenPage(text),
    { ...why, rule: 'token-issued', token },
    request.own ? NOTHING_COMES : whenSent([issued]),
    ttlSeconds,
  );
}

/** For the header of an answer to a valid token. */
function secondsLeft(token: TokenFinding): number | undefined {
  return token.state === 'valid' ? token.secondsLeft : undefined;
}

/** The events that a value carries. */
function eventsIn({ leaf }: Node): readonly string[] {
  return leaf?.events ?? [];
}

function tokenRequestProblem({ instance, request, found }: Asked): Answered | undefined {
  const why = { instance: instance.name, path: found.path };
  if (request.method === 'OPTIONS')
    return reply(ec2.TOKEN_OPTIONS, { ...why, rule: 'token-method', given: request.method });
  if (request.method !== 'PUT')
    return reply(ec2.TOKEN_METHODS, { ...why, rule: 'token-method', given: request.method });
  if (found.slashAtEnd) return reply(ec2.FORBIDDEN, { ...why, rule: 'token-path', given: request.target });
  if (request.forwardedFor === undefined) return undefined;
  return reply(ec2.FORBIDDEN, { ...why, rule: 'forwarded', given: request.forwardedFor });
}

type Refused = { page: Page; why: { rule: Rule; given?: string } };

/** Why a request is refused before its path is looked up, if it is; 403 comes before 401, and 401 before 404. */
function metadataProblem({ instance, request, found }: Asked, token: TokenFinding): Refused | undefined {
  if (found.problem === 'malformed-path')
    return { page: ec2.BAD_REQUEST, why: { rule: 'malformed-path', given: request.target } };
  if (request.method === 'PUT' && found.path === 'api/token') {
    return { page: ec2.FORBIDDEN, why: { rule: 'token-version', ...given(found.version) } };
  }
  if (request.token !== undefined && request.forwardedFor !== undefined) {
    return { page: ec2.FORBIDDEN, why: { rule: 'forwarded', given: request.forwardedFor } };
  }
  const rule = tokenRule(token, instance.options.httpTokens === 'required');
  return rule && { page: ec2.UNAUTHORIZED, why: { rule } };
}

/** A token that can't be read or is dead is refused even where none is needed. */
function tokenRule(token: TokenFinding, required: boolean): Rule | undefined {
  switch (token.state) {
    case 'none':
      return required ? 'token-missing' : undefined;
    case 'expired':
      return 'token-expired';
    case 'revoked':
      return 'token-revoked';
    case 'invalid':
      return 'token-invalid';
    default:
      return undefined;
  }
}

type Read = { page: Page; why: Omit<Why, 'instance'>; seen: readonly Effect[] };

/** A value or a listing; reading a value that carries events is a sighting of each. */
function readNode({ instance, traffic, request, now }: Asked, node: Node, notice: NoticeQuestion): Read {
  const counts = request.method === 'GET' && !request.own;
  const seen = counts ? sightings(instance, eventsIn(node), request.client, now) : NO_EFFECTS;
  const why = sourceOf(node, notice);
  return { page: node.page, why: seen.length === 0 ? why : { ...why, ...firstSighting(traffic, seen) }, seen };
}

function sourceOf(node: Node, notice: NoticeQuestion): Pick<Why, 'rule' | 'fact' | 'events' | 'override'> {
  const { leaf } = node;
  if (!leaf) return { rule: node.isVersionList ? 'versions' : 'listing' };
  if (leaf.source === 'override') return { rule: 'override', override: leaf.path };
  if (notice.hidden) return { rule: 'no-place', ...eventsOf(notice) };
  const events = leaf.because === undefined ? leaf.events : [leaf.because];
  if (leaf.source === 'event') return events.length === 0 ? { rule: 'computed' } : { rule: 'event', events };
  return leaf.fact === undefined ? { rule: leaf.source } : { rule: leaf.source, fact: leaf.fact };
}

/** Why there is nothing at a path. */
function missing(
  { instance, found }: Asked,
  notice: NoticeQuestion,
): Pick<Why, 'rule' | 'override' | 'given' | 'events'> {
  const { problem, version } = found;
  if (problem === 'unknown-version' || problem === 'newer-than-version') return { rule: problem, ...given(version) };
  const override = [found.path, ...ancestors(found.path)].find((path) => {
    const one = instance.overrides[path];
    return one !== undefined && 'absent' in one;
  });
  if (override !== undefined) return { rule: 'made-absent', override };
  if (hidesTags(instance, found.path)) return { rule: 'tags-disabled' };
  return notice.hidden ? { rule: 'no-place', ...eventsOf(notice) } : { rule: 'not-found' };
}

function eventsOf(notice: NoticeQuestion): Pick<Why, 'events'> {
  return notice.events ? { events: notice.events } : {};
}

function whenSent(effects: readonly Effect[]): Moments {
  return effects.length === 0 ? NOTHING_COMES : { effects: NO_EFFECTS, whenSent: effects };
}
