// The words for a why: a summary for a row of the log, a sentence, and the steps that led to the answer.
import type { Segment, WhyText } from '../contract/answers.ts';
import { groupOf } from '../events/on-the-wire.ts';
import { after, elapsed, groupWords, HOLDER_WORDS, setWords, span } from '../words.ts';
import type { Rule, TokenFinding, Why } from '../answer/why.ts';
import type { Event } from '../events/schema.ts';

/** Finds an event by its id, in the instance of that name where one is known. */
export type EventFinder = (id: string, instance: string | undefined) => Event | undefined;

type Tag = WhyText['tag'];

export const TAG_OF = {
  'spot-interruption': 'interruption',
  'rebalance-recommendation': 'rebalance',
  maintenance: 'maintenance',
  lifecycle: 'lifecycle',
} as const satisfies Record<Event['kind'], NonNullable<Tag>>;

/** What an event is called. */
export const EVENT_WORDS = {
  'spot-interruption': 'spot interruption',
  'rebalance-recommendation': 'rebalance recommendation',
  maintenance: 'scheduled maintenance',
  lifecycle: 'lifecycle state',
} as const satisfies Record<Event['kind'], string>;

/** Everything there is to say about an answer; `find` looks up events that are still known. */
export function explain(why: Why, find: EventFinder): WhyText {
  const summary = summarise(why, find);
  return { rule: why.rule, summary, sentence: sentenceOf(why, find), tag: tagOf(why, find), steps: stepsOf(why, find) };
}

/** The kind of event that an answer shows, for its colour. */
export function tagOf(why: Why, find: EventFinder): Tag {
  const event = why.rule === 'event' ? firstEvent(why, find) : undefined;
  return event ? TAG_OF[event.kind] : null;
}

function firstEvent(why: Why, find: EventFinder): Event | undefined {
  return why.events?.map((id) => find(id, why.instance)).find((event) => event !== undefined);
}

/** A few words for a row of the log. */
export function summarise(why: Why, find: EventFinder): string {
  const made = SUMMARY_OF[why.rule];
  return typeof made === 'string' ? made : made(why, find);
}

type Words = (why: Why, find: EventFinder) => string;

const SUMMARY_OF: Record<Rule, string | Words> = {
  event: eventSummary,
  fact: (why) => why.fact ?? lastPart(why),
  computed: lastPart,
  override: 'overridden',
  'no-place': noPlaceSummary,
  'no-event': noEventSummary,
  'not-due': 'no notice yet: the event is not due',
  'token-issued': ({ token }) => (token?.state === 'issued' ? `token for ${span(token.secondsLeft)}` : 'token'),
  'token-expired': ({ token }) =>
    token?.state === 'expired' ? `token expired ${span(-token.secondsLeft)} ago` : 'token expired',
  listing: 'listing',
  versions: 'list of versions',
  'not-found': 'no such path',
  'not-on-instance': 'not on this instance',
  'made-absent': 'made to answer 404',
  'unknown-version': 'no such version',
  'newer-than-version': ({ given }) => `newer than the version in the path, ${given ?? ''}`,
  'token-missing': 'a token is required',
  'token-invalid': 'not a token of this run',
  'token-revoked': 'token revoked',
  'token-ttl': 'TTL missing or not 1 to 21600',
  'token-path': 'token path with a slash',
  'token-method': 'tokens are asked for by PUT',
  'token-version': 'tokens come under latest only',
  forwarded: 'has X-Forwarded-For',
  'endpoint-disabled': 'endpoint disabled',
  'ipv6-disabled': 'IPv6 endpoint disabled',
  'hop-limit': 'beyond the hop limit',
  'tags-disabled': 'tags not exposed',
  'foreign-host': 'foreign Host refused',
  'web-page': 'web page refused',
  method: 'only GET and HEAD',
  'malformed-path': 'malformed escape',
  'malformed-request': 'malformed request',
  'headers-too-large': 'headers over 16 KiB',
  'body-too-large': 'body over 64 KiB',
  'timed-out': 'request never finished',
  connect: 'CONNECT refused',
  expectation: 'expectation refused',
  left: ({ leftAfterMs }) => `left after ${elapsed(leftAfterMs ?? 0)}`,
  'too-many-waiting': 'too many answers are held back',
  internal: 'Metadeck made a mistake',
};

/** An interruption may stand and yet say no time. */
function noEventSummary(why: Why, find: EventFinder): string {
  const event = firstEvent(why, find);
  if (event?.kind === 'spot-interruption') return `no termination time: the action is ${event.action}`;
  return 'no event now: 404 is the all-clear';
}

function lastPart(why: Why): string {
  if (why.credentials) return `${HOLDER_WORDS[why.credentials.of]} credentials, ${setWords(why.credentials)}`;
  if (why.path?.startsWith('meta-data/iam/security-credentials/')) return 'role credentials';
  return (why.path?.split('/').at(-1) ?? '').replaceAll('-', ' ') || 'computed';
}

function eventSummary(why: Why, find: EventFinder): string {
  const event = firstEvent(why, find);
  const first = why.firstSightingMs === undefined ? '' : `first sighting, ${after(why.firstSightingMs)}`;
  if (event?.kind === 'maintenance') return join(`${why.events?.length ?? 1} active`, first);
  if (event?.kind === 'lifecycle') return join(event.state, first);
  return first || (event?.kind === 'rebalance-recommendation' ? 'recommended' : 'in its notice');
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function noPlaceSummary({ audience }: Why): string {
  if (audience?.rule === 'nobody') return 'nobody gets notices';
  if (audience?.rule === 'only') return 'not among those named';
  return `too late: ${audience?.taken ?? 0} of ${audience?.count ?? 0} places are taken`;
}

/** One sentence: what decided. */
function sentenceOf(why: Why, find: EventFinder): string {
  return (SENTENCE_OF[why.rule] ?? summarise)(why, find);
}

/** Where the summary alone is too short. */
const SENTENCE_OF: Partial<Record<Rule, Words>> = {
  event: eventSentence,
  fact: (why) => `the value is the fact ${why.fact ?? lastPart(why)}`,
  computed: ({ credentials }) =>
    `the value is computed from the facts${credentials ? `: ${setWords(credentials)}` : ''}`,
  override: () => 'the path is overridden',
  listing: () => 'the path is a directory, and this is what is in it',
  'no-place': (why) => `a notice stands that this client does not see: ${noPlaceSummary(why)}`,
  'not-due': () => 'the event is scheduled and its notice is not due yet: until then this path answers 404',
  'not-found': () => 'no such path: no instance has anything here',
  'not-on-instance': () => 'EC2 has this path, but this instance has no value for it',
  'made-absent': (why) => `${why.override ?? 'the path'} was made to answer 404`,
  'endpoint-disabled': () => 'HttpEndpoint is disabled, so everything is refused',
  'ipv6-disabled': () => 'HttpProtocolIpv6 is disabled, so nothing answers at fd00:ec2::254',
  'hop-limit': ({ given }) =>
    `the answer to a PUT for a token does not reach this client (${given ?? ''}), so it waits in vain; see HttpPutResponseHopLimit`,
  'tags-disabled': () => 'InstanceMetadataTags is disabled, so tags/ is not there',
  'foreign-host': (why) =>
    `the Host header names ${why.given ?? 'something'}, which a web page could have made point here; allow it in the settings`,
  left: ({ leftAfterMs }) =>
    `the connection was over after ${elapsed(leftAfterMs ?? 0)}, before the answer could leave, so nothing was read`,
  'too-many-waiting': () => 'as many answers as may be are held back already, so the connection was closed without one',
  internal: () => 'something broke inside Metadeck while it answered; standard error says where',
  'web-page': () => 'the request comes from a web page, which must not read metadata; a setting allows it',
};

function eventSentence(why: Why, find: EventFinder): string {
  const event = firstEvent(why, find);
  const words = event ? EVENT_WORDS[event.kind] : 'event';
  const { place, count } = why.audience ?? {};
  const holds = place === undefined ? '' : `, and this client holds place ${place} of ${count ?? 0}`;
  return `the ${words} is on the wire${holds}`;
}

/** What led to the answer, in order, with links to what it refers to. */
function stepsOf(why: Why, find: EventFinder): Segment[][] {
  return [
    why.instance === undefined ? [] : [{ text: 'Instance ' }, { text: why.instance, to: `instance:${why.instance}` }],
    tokenStep(why.token),
    audienceStep(why),
    ...(why.events ?? []).map((id) => eventStep(id, find(id, why.instance))),
    overrideStep(why),
    credentialsStep(why),
    why.given === undefined ? [] : [{ text: `Given: ${why.given}` }],
    why.fact === undefined || why.path === undefined
      ? []
      : [{ text: 'From the fact ' }, { text: why.fact, to: `path:${why.path}` }],
  ].filter((step) => step.length > 0);
}

function tokenStep(token: TokenFinding | undefined): Segment[] {
  if (token === undefined) return [];
  if (token.state === 'none') return [{ text: 'No token: IMDSv1' }];
  if (token.state === 'invalid') return [{ text: 'Token not of this run, or damaged' }];
  const link = { text: token.id.slice(0, 6), to: `token:${token.id}` };
  if (token.state === 'expired')
    return [{ text: 'Token ' }, link, { text: ` expired ${span(-token.secondsLeft)} ago` }];
  if (token.state === 'revoked') return [{ text: 'Token ' }, link, { text: ' was revoked' }];
  return [
    { text: 'Token ' },
    link,
    { text: `${token.state === 'issued' ? ' issued' : ' valid'}, ${token.secondsLeft} s left` },
  ];
}

function audienceStep({ audience }: Why): Segment[] {
  if (!audience) return [];
  const to = `audience:${audience.group}`;
  const lead = { text: `${groupWords(audience.group)} notices go to ` };
  if (audience.rule === 'everyone') return [lead, { text: 'everyone', to }];
  if (audience.rule === 'nobody') return [lead, { text: 'nobody', to }];
  if (audience.rule === 'only') return [lead, { text: 'those named', to }];
  const outcome =
    audience.place === undefined
      ? `${audience.taken ?? 0} places are taken`
      : `this client holds place ${audience.place}`;
  return [
    lead,
    { text: audience.count === 1 ? 'the first client' : `the first ${audience.count ?? 0} clients`, to },
    { text: `: ${outcome}` },
  ];
}

function eventStep(id: string, event: Event | undefined): Segment[] {
  if (!event) return [{ text: `Event ${id}, withdrawn since` }];
  return [{ text: 'Event ' }, { text: EVENT_WORDS[event.kind], to: `event:${id}` }, { text: ` (${groupOf(event)})` }];
}

function credentialsStep({ credentials }: Why): Segment[] {
  return credentials ? [{ text: `Credentials: ${setWords(credentials)}, ${credentials.accessKeyId}` }] : [];
}

function overrideStep({ override }: Why): Segment[] {
  return override === undefined ? [] : [{ text: 'Override at ' }, { text: override, to: `path:${override}` }];
}
