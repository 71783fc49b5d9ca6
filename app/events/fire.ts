// Firing events: times are fixed here and never change after (behaviour.md, Events).
import { failed, done, invalid, type Result } from '../result.ts';
import type { Event } from './schema.ts';
import type { Instance } from '../world/world.ts';
import type { FiredBy, LifecycleState, MaintenanceCode, SpotAction } from './kinds.ts';
import { isConfigured } from './event.ts';
import { defaultDescription, hasEnd } from './maintenance.ts';
import { end, keepRecent } from './finish.ts';
import { defaultNoticeSeconds } from './spot.ts';

/** Who fires, when, and where new ids come from: `hex(n)` gives n random hexadecimal digits. */
export type Firing = { by: FiredBy; now: number; hex: (digits: number) => string };

export type Fired = Result<{ instance: Instance; events: Event[] }>;

const MAINTENANCE_AHEAD_MS = 7 * 24 * 3600 * 1000;
const MAINTENANCE_TAKES_MS = 2 * 3600 * 1000;
export const MAX_UNFINISHED = 100;

type Interruption = {
  action?: SpotAction | undefined;
  noticeInSeconds?: number | undefined;
  noticeSeconds?: number | undefined;
  rebalanceSecondsBefore?: number | undefined;
};

/** A spot interruption, with a rebalance recommendation before it if asked for; one at a time. */
export function interrupt(instance: Instance, input: Interruption, firing: Firing): Fired {
  const ready = withoutConfigured(instance, 'spot-interruption', firing.now);
  if (ready.events.some((one) => one.kind === 'spot-interruption' && !one.ending)) {
    return failed('CONFLICT', 'An interruption is scheduled or stands already; cancel it first.');
  }
  const { now } = firing;
  const action = input.action ?? 'terminate';
  const wanted = later(now, input.noticeInSeconds ?? 0);
  const before = input.rebalanceSecondsBefore;
  const noticeAt = before === undefined ? wanted : Math.max(wanted, later(now, before));
  const actionAt = later(noticeAt, input.noticeSeconds ?? defaultNoticeSeconds(action));
  const interruption: Event = { ...base('spot', firing, noticeAt), kind: 'spot-interruption', action, actionAt };
  if (before === undefined) return add(ready, [interruption]);
  const recommendation: Event = {
    ...base('rebalance', firing, later(noticeAt, -before)),
    kind: 'rebalance-recommendation',
  };
  return add(replaceRebalance(ready, now), [recommendation, interruption]);
}

/** What a file of settings asks for makes way for what somebody fires. */
function withoutConfigured(instance: Instance, kind: Event['kind'], now: number): Instance {
  if (!instance.events.some(isConfigured)) return instance;
  const events = instance.events.map((one) =>
    one.kind === kind && isConfigured(one) ? end(one, 'cancelled', now) : one,
  );
  return { ...instance, events };
}

/** A rebalance recommendation; it replaces an earlier one. */
export function recommendRebalance(
  instance: Instance,
  input: { inSeconds?: number | undefined },
  firing: Firing,
): Fired {
  const noticeAt = later(firing.now, input.inSeconds ?? 0);
  return add(replaceRebalance(instance, firing.now), [
    { ...base('rebalance', firing, noticeAt), kind: 'rebalance-recommendation' },
  ]);
}

function replaceRebalance(instance: Instance, now: number): Instance {
  const events = instance.events.map((one) =>
    one.kind === 'rebalance-recommendation' ? end(one, 'cancelled', now) : one,
  );
  return { ...instance, events };
}

type Maintenance = {
  code: MaintenanceCode;
  /** Milliseconds since 1970. */
  notBefore?: number | undefined;
  notAfter?: number | undefined;
  description?: string | undefined;
};

/** Scheduled maintenance, visible at once; seven days ahead and two hours long unless told otherwise. */
export function scheduleMaintenance(instance: Instance, input: Maintenance, firing: Firing): Fired {
  const notBefore = input.notBefore ?? firing.now + MAINTENANCE_AHEAD_MS;
  const notAfter = input.notAfter ?? (hasEnd(input.code) ? notBefore + MAINTENANCE_TAKES_MS : undefined);
  if (notAfter !== undefined && notAfter < notBefore) {
    return invalid('notAfter', 'notAfter lies before notBefore; give a later time or leave it out.');
  }
  const event: Event = {
    ...base('maintenance', firing, firing.now),
    kind: 'maintenance',
    code: input.code,
    description: input.description ?? defaultDescription(input.code),
    eventId: `instance-event-0${firing.hex(16)}`,
    notBefore,
    ...(notAfter === undefined ? {} : { notAfter }),
  };
  return add(withoutConfigured(instance, 'maintenance', firing.now), [event]);
}

type Lifecycle = { state: LifecycleState; inSeconds?: number | undefined };

/** Another target lifecycle state, from its time on; one that takes effect now ends those in force. */
export function setLifecycle(instance: Instance, input: Lifecycle, firing: Firing): Fired {
  const from = later(firing.now, input.inSeconds ?? 0);
  const event: Event = { ...base('lifecycle', firing, from), kind: 'lifecycle', state: input.state };
  const replaced = instance.events.map((one) =>
    one.kind === 'lifecycle' && from <= firing.now && one.noticeAt - one.skippedMs <= from
      ? end(one, 'completed', firing.now)
      : one,
  );
  return add({ ...instance, events: replaced }, [event]);
}

function later(from: number, seconds: number): number {
  return Math.round(from + seconds * 1000);
}

function base(prefix: string, { by, now, hex }: Firing, noticeAt: number) {
  return { id: `${prefix}-${hex(8)}`, by, firedAt: now, noticeAt, skippedMs: 0 };
}

function add(instance: Instance, events: Event[]): Fired {
  const unfinished = instance.events.filter((one) => !one.ending).length;
  if (unfinished + events.length > MAX_UNFINISHED) {
    return failed(
      'CONFLICT',
      `${MAX_UNFINISHED} events are unfinished, which is the most there can be; cancel or complete some first.`,
    );
  }
  return done({ instance: keepRecent({ ...instance, events: [...instance.events, ...events] }), events });
}
