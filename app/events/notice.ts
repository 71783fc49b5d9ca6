// A question about a notice: who may see it, what place it takes, and what reading it counts as (behaviour.md, Who gets notices; Sightings).
import { type Moments, onceSent } from '../answer/answer.ts';
import type { Request } from '../answer/request.ts';
import { sightingsOf } from '../traffic/sightings.ts';
import { type Effect, placesOf, type Traffic } from '../traffic/traffic.ts';
import type { Why } from '../answer/why.ts';
import type { Instance } from '../world/world.ts';
import { maySee, noticeGroup, type Places, takesPlace } from './audience.ts';
import { type Asked, keepQuestion } from './kept-questions.ts';
import type { Group } from './kinds.ts';
import { visibleFrom } from './event.ts';
import { NO_NOTICE, type NoticeQuestion } from './notice-question.ts';
import { forEachGroup, standing, type Visible, wireHolds } from './on-the-wire.ts';

const SEES_NOTHING: Visible = forEachGroup(() => false);

/** Which groups' notices this client may see; an instance without events looks the same to all. */
export function visibleTo(instance: Instance, traffic: Traffic, request: Request): Visible {
  if (instance.events.length === 0) return SEES_NOTHING;
  const { holders } = placesOf(traffic, instance.name);
  const client = request.own ? null : request.client;
  return forEachGroup((group) => maySee(instance.audience[group], holders[group], client));
}

type Sighting = Extract<Effect, { kind: 'sighting' }>;

type Asker = { instance: Instance; traffic: Traffic; request: Request; now: number };

/** What asking for this path says about places, if it is a notice's own while one stands. */
export function noticeQuestion(asker: Asker, path: string): NoticeQuestion {
  const group = asker.instance.events.length === 0 ? undefined : noticeGroup(path);
  if (group === undefined) return NO_NOTICE;
  const question = placeQuestion(asker, group);
  return question.events.length === 0 ? NO_NOTICE : question;
}

/** What asking for a notice of this group says about places: whether one is taken, and who may see it. */
export function placeQuestion({ instance, traffic, request, now }: Asker, group: Group): NoticeQuestion {
  const asked = { instance, group, holders: placesOf(traffic, instance.name).holders[group], now };
  return keepQuestion(asked, request, () => ({
    question: newQuestion(asked, request),
    until: wireHolds(instance, now),
  }));
}

function newQuestion(asked: Asked, request: Request): NoticeQuestion {
  const events = standing(asked.instance, asked.group, asked.now).map(({ id }) => id);
  return { ...aboutPlaces(asked, request), events };
}

function aboutPlaces({ instance, group, holders: taken }: Asked, request: Request): Omit<NoticeQuestion, 'events'> {
  const rule = instance.audience[group];
  const counts = request.method === 'GET' && !request.own && rule.kind === 'first';
  const takes = counts && takesPlace(rule, taken, request.client);
  const hidden = !maySee(rule, taken, request.own ? null : request.client);
  const why = { audience: audienceOf(group, rule, taken, request, takes) };
  const where = { instance: instance.name, group, client: request.client };
  if (takes) return { hidden, why, takes: { kind: 'place-taken', limit: rule.count, ...where } };
  return counts && hidden ? { hidden, why, late: { kind: 'came-late', ...where } } : { hidden, why };
}

function audienceOf(
  group: Group,
  rule: Instance['audience'][Group],
  holders: Places,
  request: Request,
  takes: boolean,
): NonNullable<Why['audience']> {
  if (rule.kind !== 'first') return { group, rule: rule.kind };
  const { kind, count } = rule;
  const taken = holders.size + (takes ? 1 : 0);
  const place = takes ? taken : placeOf(holders, request);
  // Written out: a spread of a known part takes longer than the rest of this.
  return place === undefined ? { group, rule: kind, count, taken } : { group, rule: kind, count, taken, place };
}

/** From 1, in the order in which places were taken; undefined for who holds none. */
function placeOf(holders: Places, { own, client }: Request): number | undefined {
  if (own || !holders.has(client)) return undefined;
  let place = 0;
  for (const holder of holders.keys()) {
    place += 1;
    if (holder === client) break;
  }
  return place;
}

/** What asking brings about in its two moments: who came too late at once; a place, and what else comes with the answer, when that has left. */
export function momentsOf({ takes, late }: NoticeQuestion, used: readonly Effect[], seen: readonly Effect[]): Moments {
  // Pushed one by one: joining arrays takes longer than the rest of this.
  const whenSent: Effect[] = [];
  for (const effect of used) whenSent.push(effect);
  for (const effect of seen) whenSent.push(effect);
  if (takes) whenSent.push(takes);
  return late ? { effects: [late], whenSent } : onceSent(whenSent);
}

/** A GET that was answered with a body carrying these events: one sighting each. */
export function sightings(instance: Instance, events: readonly string[], client: string, now: number): Sighting[] {
  const seen: Sighting[] = [];
  for (const event of instance.events) {
    if (!events.includes(event.id)) continue;
    const afterMs = Math.max(0, now - visibleFrom(event));
    const { id, skippedMs } = event;
    seen.push({ kind: 'sighting', instance: instance.name, event: id, client, afterMs, skippedMs });
  }
  return seen;
}

/** Milliseconds after the notice became visible at which this client reads it for the first time, if it is the first. */
export function firstSighting(traffic: Traffic, seen: readonly Sighting[]): number | undefined {
  for (const { instance, event, client, afterMs } of seen) {
    if (!sightingsOf(traffic.sightings, instance, event)?.has(client)) return afterMs;
  }
  return undefined;
}
