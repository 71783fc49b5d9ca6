// A question about a notice: who may see it, what place it takes, and what reading it counts as (behaviour.md, Who gets notices; Sightings).
import { type Moments, NO_EFFECTS } from '../answer/answer.ts';
import type { Request } from '../answer/request.ts';
import { sightingsOf } from '../traffic/sightings.ts';
import { type Effect, placesOf, type Traffic } from '../traffic/traffic.ts';
import type { Why } from '../answer/why.ts';
import type { Instance } from '../world/world.ts';
import { maySee, noticeGroup, type Places, takesPlace } from './audience.ts';
import type { Group } from './kinds.ts';
import { visibleFrom } from './event.ts';
import { forEachGroup, standing, type Visible } from './on-the-wire.ts';

const SEES_NOTHING: Visible = forEachGroup(() => false);

/** Which groups' notices this client may see; an instance without events looks the same to all. */
export function visibleTo(instance: Instance, traffic: Traffic, request: Request): Visible {
  if (instance.events.length === 0) return SEES_NOTHING;
  const { holders } = placesOf(traffic, instance.name);
  const client = request.own ? null : request.client;
  return forEachGroup((group) => maySee(instance.audience[group], holders[group], client));
}

export type NoticeQuestion = {
  /** True when a notice stands that this client may not see. */
  hidden: boolean;
  /** The place that this client takes by reading, once the answer has left. */
  takes?: Effect;
  /** That it came too late for one, which holds whether or not the answer arrives. */
  late?: Effect;
  why?: Pick<Why, 'audience'>;
  /** The events that stand. */
  events?: readonly string[];
};

export const NO_NOTICE: NoticeQuestion = { hidden: false };

/** What asking for this path says about places, if it is a notice's own while one stands. */
export function noticeQuestion(
  instance: Instance,
  traffic: Traffic,
  request: Request,
  path: string,
  now: number,
): NoticeQuestion {
  const group = instance.events.length === 0 ? undefined : noticeGroup(path);
  if (group === undefined) return NO_NOTICE;
  const events = standing(instance, group, now).map(({ id }) => id);
  return events.length === 0 ? NO_NOTICE : { ...placeQuestion(instance, traffic, request, group), events };
}

/** What asking for a notice of this group says about places: whether one is taken, and who may see it. */
export function placeQuestion(instance: Instance, traffic: Traffic, request: Request, group: Group): NoticeQuestion {
  const rule = instance.audience[group];
  const taken = placesOf(traffic, instance.name).holders[group];
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
export function momentsOf({ takes, late }: NoticeQuestion, whenSent: readonly Effect[]): Moments {
  return { effects: late ? [late] : NO_EFFECTS, whenSent: takes ? [...whenSent, takes] : whenSent };
}

/** A GET that was answered with a body carrying these events: one sighting each. */
export function sightings(instance: Instance, events: readonly string[], client: string, now: number): Effect[] {
  return instance.events
    .filter(({ id }) => events.includes(id))
    .map((event) => ({
      kind: 'sighting',
      instance: instance.name,
      event: event.id,
      client,
      afterMs: Math.max(0, now - visibleFrom(event)),
    }));
}

/** How long after the notice became visible this client reads it for the first time, if it is the first. */
export function firstSighting(traffic: Traffic, effects: readonly Effect[]): Pick<Why, 'firstSightingMs'> {
  for (const effect of effects) {
    if (effect.kind !== 'sighting') continue;
    const { instance, event, client } = effect;
    if (sightingsOf(traffic.sightings, instance, event)?.has(client)) continue;
    return { firstSightingMs: effect.afterMs };
  }
  return {};
}
