// Events and the audience as the control API shows them.
import { dialectOf } from '../answer/dialects.ts';
import type { AudienceView, EventView } from '../contract/events.ts';
import { phaseOf } from '../events/event.ts';
import { actionTime, forEachGroup, groupOf } from '../events/on-the-wire.ts';
import { isoTime } from '../time.ts';
import { sightingsOf } from '../traffic/sightings.ts';
import { nextToYield } from '../traffic/places.ts';
import { placesOf, type Traffic } from '../traffic/traffic.ts';
import type { Event } from '../events/schema.ts';
import type { Instance } from '../world/world.ts';

/** One event of an instance with its phase at `now` and who has seen it. */
export function eventView(instance: Pick<Instance, 'name'>, event: Event, traffic: Traffic, now: number): EventView {
  const actionAt = actionTime(event);
  const common = {
    id: event.id,
    instance: instance.name,
    group: groupOf(event),
    phase: phaseOf(event, actionAt, now),
    by: event.by,
    firedAt: isoTime(event.firedAt),
    noticeAt: isoTime(event.noticeAt),
    noticeDueAt: isoTime(event.noticeAt - event.skippedMs),
    actionDueAt: actionAt === undefined ? null : isoTime(actionAt - event.skippedMs),
    skippedSeconds: event.skippedMs / 1000,
    endedAt: event.ending ? isoTime(event.ending.at) : null,
    seenBy: seenBy(instance.name, event, traffic),
  };
  switch (event.kind) {
    case 'spot-interruption':
      return { kind: event.kind, ...common, action: event.action, actionAt: isoTime(event.actionAt) };
    case 'rebalance-recommendation':
      return { kind: event.kind, ...common };
    case 'maintenance':
      return {
        kind: event.kind,
        ...common,
        code: event.code,
        description: event.description,
        eventId: event.eventId,
        notBefore: isoTime(event.notBefore),
        notAfter: event.notAfter === undefined ? null : isoTime(event.notAfter),
      };
    case 'lifecycle':
      return { kind: event.kind, ...common, state: event.state, from: isoTime(event.noticeAt) };
  }
}

function seenBy(instance: string, event: Event, traffic: Traffic): EventView['seenBy'] {
  const sightings = [...(sightingsOf(traffic.sightings, instance, event.id) ?? [])];
  return sightings.map(([client, { at, afterMs, skippedMs, times, lastAt }]) => ({
    client,
    at: isoTime(at),
    movedAt: isoTime(at - (event.skippedMs - skippedMs)),
    afterMs,
    times,
    lastAt: isoTime(lastAt),
  }));
}

/** One event of an instance. An interruption whose action moves on with each request is always about to happen. */
function viewIn(instance: Instance, event: Event, traffic: Traffic, now: number): EventView {
  const view = eventView(instance, event, traffic, now);
  const moved = dialectOf(instance).movedAction(instance, event, now);
  if (view.kind !== 'spot-interruption' || moved === undefined) return view;
  const actionAt = isoTime(moved);
  const phase = view.phase === 'reached' ? 'noticed' : view.phase;
  return view.phase === 'scheduled' ? view : { ...view, phase, actionAt, actionDueAt: actionAt };
}

/** Newest first. */
export function eventViews(instance: Instance, traffic: Traffic, now: number): EventView[] {
  return instance.events.map((event) => viewIn(instance, event, traffic, now)).reverse();
}

/** For each group its rule, who holds a place since when, and who came too late. */
export function audienceView(instance: Instance, traffic: Traffic): AudienceView {
  const places = placesOf(traffic, instance.name);
  return forEachGroup((group) => {
    const rule = instance.audience[group];
    const holders = [...places.holders[group]];
    return {
      rule,
      holders: holders.map(([client, since], i) => ({ client, place: i + 1, since: isoTime(since) })),
      late: [...places.late[group]].map(([client, at]) => ({ client, at: isoTime(at) })),
      free: rule.kind === 'first' ? Math.max(0, rule.count - holders.length) : null,
      yields: nextToYield(traffic, instance, group) ?? null,
    };
  });
}
