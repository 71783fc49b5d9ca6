// A request to an instance that answers as AEMM: any verb on any path, the token rules of v2-only mode, and three counters of clients.
import { firstSighting, momentsOf, type NoticeQuestion, placeQuestion, sightings } from '../events/notice.ts';
import { groupOf, standing } from '../events/on-the-wire.ts';
import { keepReasons } from '../answer/kept-reasons.ts';
import type { Ports } from '../abilities.ts';
import type { Request } from '../answer/request.ts';
import { type Answered, given, NO_EFFECTS, NOTHING_COMES, reply } from '../answer/answer.ts';
import { targetNames } from '../answer/target.ts';
import { checkToken, issueAemmToken, parseTtl, tokenEffects, type TokenReader } from '../answer/tokens.ts';
import type { Effect, Traffic } from '../traffic/traffic.ts';
import * as wire from './pages.ts';
import type { Page } from '../answer/page.ts';
import type { Rule, TokenFinding, Why } from '../answer/why.ts';
import type { Instance } from '../world/world.ts';
import { noticeAt } from './notices.ts';
import type { NoticeRoute } from './routes.ts';
import { type AemmNode, type AemmSite, compileAemm, contentTypeOf } from './site.ts';

/** What one request is answered from. */
type Asked = { instance: Instance; traffic: Traffic; request: Request; now: number; site: AemmSite };
type Read = { page: Page; why: Omit<Why, 'instance'>; place: NoticeQuestion; seen: readonly Effect[] };

/** Like `respond`, for instances of the profile `aemm`. Sites are kept with the instance value they were compiled from. */
export function createAemmResponder(ports: Ports, readToken: TokenReader) {
  const sites = new WeakMap<Instance, AemmSite>();
  const plainReason = keepReasons(sourceOf);

  function siteOf(instance: Instance): AemmSite {
    const known = sites.get(instance);
    if (known) return known;
    const made = compileAemm(ports, instance);
    sites.set(instance, made);
    return made;
  }

  return function answer(instance: Instance, traffic: Traffic, request: Request, now: number): Answered {
    const site = siteOf(instance);
    const asked = { instance, traffic, request, now, site };
    const path = pathOf(site, request.target);
    if (path === undefined) return refuse(instance, wire.MALFORMED, { rule: 'malformed-path', given: request.target });
    return path === 'api/token' ? answerToken(asked) : answerMetadata(asked, path);
  };

  /** A PUT with a TTL from 1 to 21600; AEMM says nothing to any other verb. */
  function answerToken({ instance, traffic, request, now }: Asked): Answered {
    const path = 'api/token';
    if (request.method !== 'PUT')
      return refuse(instance, wire.NOTHING_SAID, { rule: 'token-method', path, given: request.method });
    const ttlSeconds = parseTtl(request.tokenTtl);
    if (ttlSeconds === undefined)
      return refuse(instance, wire.BAD_REQUEST, { rule: 'token-ttl', path, ...given(request.tokenTtl) });
    const { text, id } = issueAemmToken(ports, traffic.tokenKey, { instance: instance.name, ttlSeconds, now });
    const issued: Effect = {
      kind: 'token-issued',
      id,
      instance: instance.name,
      client: request.client,
      issuedAt: now,
      ttlSeconds,
    };
    const token: TokenFinding = { state: 'issued', id, secondsLeft: ttlSeconds };
    const why: Why = { rule: 'token-issued', path, token };
    return refuse(instance, wire.tokenPage(text, ttlSeconds), why, request.own ? NO_EFFECTS : [issued]);
  }

  function answerMetadata(asked: Asked, path: string): Answered {
    const { instance, traffic, request, now, site } = asked;
    const token = checkToken(readToken, traffic, instance.name, request.token, now);
    const refused = instance.options.httpTokens === 'required' ? REFUSED[token.state] : undefined;
    if (refused !== undefined) return refuse(instance, wire.UNAUTHORIZED, { rule: refused, path, token });
    const used = tokenEffects(token, request, path);
    const node = site.nodes.get(path);
    if (!node) return refuse(instance, wire.NOT_FOUND, { ...missing(instance, path), path, token }, used);
    if (!node.notice) return replyWith(node.page, plainReason(node, instance.name, token), used);
    const { page, why, place, seen } = readNotice(ports, asked, node.notice);
    return reply(page, { ...why, instance: instance.name, path, token }, momentsOf(place, [...used, ...seen]));
  }
}

/** In v2-only mode, what is wrong with a token. Else tokens are not looked at, as AEMM does. */
const REFUSED: Readonly<Record<TokenFinding['state'], Rule | undefined>> = {
  none: 'token-missing',
  invalid: 'token-invalid',
  expired: 'token-expired',
  revoked: 'token-revoked',
  valid: undefined,
  issued: undefined,
};

const LATEST = '/latest/';

/** A path as the site knows it, found at once where nothing needs decoding; undefined where an escape is malformed. */
function pathOf({ nodes }: AemmSite, target: string): string | undefined {
  const plain = target.startsWith(LATEST) ? target.slice(LATEST.length) : '/';
  if (plain !== '/' && nodes.has(plain) && !/[%?#]/.test(plain)) return plain;
  const found = targetNames(target);
  if (found.kind === 'malformed') return undefined;
  // A path that climbs above the root or is no text is nowhere.
  if (found.kind === 'outside') return '/..';
  const [version, ...rest] = found.names;
  return version === 'latest' ? rest.join('/') : `/${found.names.join('/')}`;
}

function sourceOf({ leaf, path }: AemmNode): Pick<Why, 'rule' | 'fact' | 'override'> {
  if (!leaf) return { rule: path === '/' ? 'versions' : 'listing' };
  return leaf.source === 'override' ? { rule: 'override', override: path } : factRule(leaf.fact);
}

function missing({ overrides }: Instance, path: string): Read['why'] {
  const absent = Object.keys(overrides).find((one) => path === one || path.startsWith(`${one}/`));
  return absent === undefined ? { rule: 'not-found' } : { rule: 'made-absent', override: absent };
}

/** A client takes its place when it first asks, due or not, as with AEMM. */
function readNotice(ports: Ports, asked: Asked, route: NoticeRoute): Read {
  const { instance, traffic, request, now, site } = asked;
  const group = groupOf(route);
  const place = placeQuestion(instance, traffic, request, group);
  if (place.hidden) {
    const events = standing(instance, group, now).map(({ id }) => id);
    return { page: wire.NOT_FOUND, why: { rule: 'no-place', ...place.why, events }, place, seen: NO_EFFECTS };
  }
  const notice = noticeAt(site.run, route, instance.events, now);
  if (!notice) return { page: wire.NOT_FOUND, why: { rule: 'not-due', ...place.why }, place, seen: NO_EFFECTS };
  const seen = request.own || notice.events.length === 0 ? [] : sightings(instance, notice.events, request.client, now);
  const isSilent = route.kind === 'lifecycle' && request.method !== 'GET';
  const why: Read['why'] = notice.events.length === 0 ? factRule(route.key) : { rule: 'event', events: notice.events };
  if (isSilent) return { page: wire.NOTHING_SAID, why: { ...why, ...place.why }, place, seen: NO_EFFECTS };
  const page = wire.contentPage(ports, { body: notice.body, contentType: contentTypeOf(notice) });
  return { page, why: { ...why, ...place.why, ...firstSighting(traffic, seen) }, place, seen };
}

function factRule(fact: string | undefined): Pick<Why, 'rule' | 'fact'> {
  return fact === undefined ? { rule: 'fact' } : { rule: 'fact', fact };
}

function refuse(instance: Instance, page: Page, why: Why, whenSent: readonly Effect[] = NO_EFFECTS): Answered {
  return replyWith(page, { ...why, instance: instance.name }, whenSent);
}

/** The TTL of a token stands among the headers of its page, so it is not given apart. */
function replyWith(page: Page, why: Why, whenSent: readonly Effect[]): Answered {
  return reply(page, why, whenSent.length === 0 ? NOTHING_COMES : { effects: NO_EFFECTS, whenSent });
}
