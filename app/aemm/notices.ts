// What AEMM's notices answer at a moment: those of its settings, echoed to the letter, and those that somebody fired.
import { isConfigured, stands } from '../events/event.ts';
import { lifecycleLeaves } from '../events/lifecycle.ts';
import type { MaintenanceEvent, RebalanceRecommendation, SpotInterruption, Event } from '../events/schema.ts';
import { gmtTime, isoSeconds, wholeSeconds } from '../time.ts';
import type { Instance } from '../world/world.ts';
import { describe } from './events.ts';
import { asText, indentedJson, indentedList, type JsonValue } from './json.ts';
import { eventTimes, SPOT_AHEAD_MS } from './moments.ts';
import type { NoticeRoute } from '../answer/node.ts';
import type { AemmSettings } from './settings.ts';

/** The settings of a run, and when it was started (milliseconds since 1970). */
export type AemmRun = { settings: AemmSettings; startedAt: number };

/** The run that an instance answers as. */
export function runOf({ name, aemm }: Instance): AemmRun {
  if (!aemm) throw new Error(`The instance ${name} answers as AEMM without its settings.`);
  return aemm;
}

/** What stands at a notice's path, and the events that it shows. */
export type Notice = { body: string; isJson: boolean; events: readonly string[] };

/** True for an interruption without a time of its own: it is told as two minutes after each request. */
export function movesOn({ aemm }: Instance, event: Event): boolean {
  return event.kind === 'spot-interruption' && !event.ending && isConfigured(event) && aemm?.settings.spot.time === '';
}

/** Undefined while nothing stands there; the lifecycle path always says a state. */
export function noticeAt({ settings, startedAt }: AemmRun, route: NoticeRoute, all: Instance['events'], now: number) {
  switch (route.kind) {
    case 'spot-interruption':
      return spotNotice(settings, route, last(all, route.kind, now), now);
    case 'rebalance-recommendation':
      return rebalanceNotice(settings, last(all, route.kind, now), now);
    case 'maintenance':
      return maintenanceNotice({ settings, startedAt }, ofKind(all, route.kind, now));
    case 'lifecycle':
      return lifecycleNotice(ofKind(all, route.kind, now), now);
  }
}

function ofKind<K extends Event['kind']>(all: Instance['events'], kind: K, now: number) {
  return all.filter((event): event is Extract<Event, { kind: K }> => event.kind === kind && stands(event, now));
}

/** The one that stands; of several the one that was fired last. */
function last<K extends Event['kind']>(all: Instance['events'], kind: K, now: number) {
  return ofKind(all, kind, now).at(-1);
}

function spotNotice(settings: AemmSettings, { key }: NoticeRoute, event: SpotInterruption | undefined, now: number) {
  if (!event) return undefined;
  const { spot } = settings;
  const [action, time] = isConfigured(event)
    ? [spot.action, spot.time || isoSeconds(now + SPOT_AHEAD_MS)]
    : [event.action, isoSeconds(event.actionAt)];
  return key === 'spot' ? json({ action, time }, event.id) : text(time, event.id);
}

function rebalanceNotice({ spot }: AemmSettings, event: RebalanceRecommendation | undefined, now: number) {
  if (!event) return undefined;
  const given = isConfigured(event) ? spot['rebalance-rec-time'] || isoSeconds(now) : isoSeconds(event.noticeAt);
  return json({ noticeTime: given }, event.id);
}

/** An array of all that stand, which is one unless more were fired. */
function maintenanceNotice(run: AemmRun, events: MaintenanceEvent[]): Notice | undefined {
  if (events.length === 0) return undefined;
  const items = events.map((event) => (isConfigured(event) ? configuredItem(run) : firedItem(event)));
  return { body: indentedList(items), isJson: true, events: events.map(({ id }) => id) };
}

function configuredItem({ settings, startedAt }: AemmRun): JsonValue {
  const { events, metadata } = settings;
  const times = eventTimes(events, wholeSeconds(startedAt));
  return {
    Code: events.code,
    Description: describe(events.code),
    State: events.state,
    EventId: asText(metadata.values['event-id'] ?? ''),
    ...wireTimes(times),
  };
}

/** Times that were not given lie as far apart as AEMM's own. */
function firedItem({ code, description, eventId, notBefore, notAfter }: MaintenanceEvent): JsonValue {
  const usual = eventTimes({}, notBefore);
  const times = { ...usual, notAfter: notAfter ?? usual.notAfter };
  return { Code: code, Description: description, State: 'active', EventId: eventId, ...wireTimes(times) };
}

function wireTimes(times: ReturnType<typeof eventTimes>) {
  return {
    NotBefore: gmtTime(times.notBefore),
    NotAfter: gmtTime(times.notAfter),
    NotBeforeDeadline: gmtTime(times.deadline),
  };
}

const BASE_STATE = 'InService';

function lifecycleNotice(events: Parameters<typeof lifecycleLeaves>[0], now: number): Notice {
  const [leaf] = lifecycleLeaves(events, now);
  return { body: leaf?.body ?? BASE_STATE, isJson: false, events: leaf?.events ?? [] };
}

function json(value: JsonValue, id: string): Notice {
  return { body: indentedJson(value), isJson: true, events: [id] };
}

function text(body: string, id: string): Notice {
  return { body, isJson: false, events: [id] };
}
