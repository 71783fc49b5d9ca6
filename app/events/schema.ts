// The shapes of events and of the rule that says who gets them, as files and requests hold them. A start without either needs none of this.
import * as z from 'zod';
import { LAST_MOMENT } from '../time.ts';
import { FIRED_BY, LIFECYCLE_STATES, MAINTENANCE_CODES, MAX_PLACES, SPOT_ACTIONS } from './kinds.ts';

/** Milliseconds since 1970. */
const eventTime = z.number().int().min(0).max(LAST_MOMENT);

/** The fields of every event. Times are milliseconds since 1970 and never change after firing; a skip is kept beside them. */
const eventBase = {
  id: z.string().min(1).max(64),
  by: z.enum(FIRED_BY),
  firedAt: eventTime,
  /** From when on the notice is on the wire. */
  noticeAt: eventTime,
  /** How far this event has been moved on, in milliseconds. */
  skippedMs: z.number().int().min(0).max(LAST_MOMENT).default(0),
  /** When the notice really became visible, once a skip has moved the event; sightings are measured from here. */
  shownAt: eventTime.optional(),
  ending: z.strictObject({ kind: z.enum(['cancelled', 'completed']), at: eventTime }).optional(),
};

const spotInterruption = z.strictObject({
  ...eventBase,
  kind: z.literal('spot-interruption'),
  action: z.enum(SPOT_ACTIONS),
  actionAt: eventTime,
});
export type SpotInterruption = z.infer<typeof spotInterruption>;

const rebalanceRecommendation = z.strictObject({
  ...eventBase,
  kind: z.literal('rebalance-recommendation'),
});
export type RebalanceRecommendation = z.infer<typeof rebalanceRecommendation>;

const maintenanceEvent = z.strictObject({
  ...eventBase,
  kind: z.literal('maintenance'),
  code: z.enum(MAINTENANCE_CODES),
  description: z.string().max(1000),
  eventId: z.string().regex(/^instance-event-[0-9a-f]{17}$/),
  notBefore: eventTime,
  notAfter: eventTime.optional(),
});
export type MaintenanceEvent = z.infer<typeof maintenanceEvent>;

const lifecycleEvent = z.strictObject({
  ...eventBase,
  kind: z.literal('lifecycle'),
  state: z.enum(LIFECYCLE_STATES),
});
export type LifecycleEvent = z.infer<typeof lifecycleEvent>;

export const event = z.discriminatedUnion('kind', [
  spotInterruption,
  rebalanceRecommendation,
  maintenanceEvent,
  lifecycleEvent,
]);
export type Event = z.infer<typeof event>;

export const address = z
  .string()
  .max(64)
  .regex(
    /^([0-9]{1,3}(\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*(%[\w.-]+)?)$/,
    'An IPv4 or IPv6 address is needed, such as 10.0.0.7.',
  );

export const audienceRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('first'), count: z.number().int().min(1).max(MAX_PLACES) }),
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('nobody') }),
  z.strictObject({ kind: z.literal('only'), clients: z.array(address).min(1).max(MAX_PLACES) }),
]);
export type AudienceRule = z.infer<typeof audienceRule>;
