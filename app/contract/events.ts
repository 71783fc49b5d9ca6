// Events and who gets them, as the control API shows them.
import * as z from 'zod';
import { address, audienceRule } from '../events/schema.ts';
import {
  FIRED_BY,
  GROUPS,
  LIFECYCLE_STATES,
  MAINTENANCE_CODES,
  MAX_SECONDS,
  PHASES,
  SPOT_ACTIONS,
} from '../events/kinds.ts';
import { instanceField, instanceOnly, listOf, moment, operation } from './operation.ts';

const seconds = z.number().min(0).max(MAX_SECONDS);

const sighting = z.strictObject({
  client: z.string(),
  /** When this client first read it. */
  at: moment,
  /** The same in the event's own time: with it, a skip since moves where it stands. */
  movedAt: moment,
  /** Milliseconds from the moment it became visible to the first reading. */
  afterMs: z.number().int(),
  times: z.number().int(),
  lastAt: moment,
});

const common = {
  id: z.string(),
  instance: z.string(),
  group: z.enum(GROUPS),
  phase: z.enum(PHASES),
  by: z.enum(FIRED_BY),
  firedAt: moment,
  /** As on the wire. */
  noticeAt: moment,
  /** When the notice really comes: `noticeAt` less what was skipped. */
  noticeDueAt: moment,
  /** When what was announced really happens; null where nothing does. */
  actionDueAt: moment.nullable(),
  skippedSeconds: z.number(),
  endedAt: moment.nullable(),
  seenBy: z.array(sighting),
};

const eventView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('spot-interruption'), ...common, action: z.enum(SPOT_ACTIONS), actionAt: moment }),
  z.strictObject({ kind: z.literal('rebalance-recommendation'), ...common }),
  z.strictObject({
    kind: z.literal('maintenance'),
    ...common,
    code: z.enum(MAINTENANCE_CODES),
    description: z.string(),
    eventId: z.string(),
    notBefore: moment,
    notAfter: moment.nullable(),
  }),
  z.strictObject({ kind: z.literal('lifecycle'), ...common, state: z.enum(LIFECYCLE_STATES), from: moment }),
]);
export type EventView = z.infer<typeof eventView>;

/** `warning` says why what was fired could not be saved; it is there all the same. */
const fired = z.strictObject({ events: z.array(eventView), warning: z.string().optional() });
const oneEvent = z.strictObject({ id: z.string(), ...instanceField });

/** One event by its id; without one all of the named instance, or of the first that has any unfinished. */
const whatMoves = { ...instanceField, id: z.string().optional() };

const groupView = z.strictObject({
  rule: audienceRule,
  holders: z.array(z.strictObject({ client: z.string(), place: z.number().int(), since: moment })),
  /** Who asked while every place was taken. */
  late: z.array(z.strictObject({ client: z.string(), at: moment })),
  /** Places left; null where places are not counted. */
  free: z.number().int().nullable(),
  /** Whose place a client that is given one would take; null while one is free. */
  yields: z.string().nullable(),
});
const audienceView = z.strictObject({
  spot: groupView,
  maintenance: groupView,
  lifecycle: groupView,
});
export type AudienceView = z.infer<typeof audienceView>;

const group = { group: z.enum(GROUPS).optional() };
const [first, everyone, nobody, only] = audienceRule.options;

export const eventOperations = {
  'events.list': operation({
    method: 'GET',
    path: '/v1/events',
    input: instanceOnly,
    output: listOf(eventView),
    doc: 'Every event, unfinished ones and the last 100 that ended, newest first.',
  }),
  'events.withdraw': operation({
    method: 'DELETE',
    path: '/v1/events',
    input: instanceOnly,
    output: z.strictObject({ withdrawn: z.number().int() }),
    doc: 'Remove all events without a trace on the wire.',
  }),
  'events.withdraw-one': operation({
    method: 'DELETE',
    path: '/v1/events/{id}',
    input: oneEvent,
    output: eventView,
    doc: 'Remove one event without a trace on the wire.',
  }),
  'events.interrupt': operation({
    method: 'POST',
    path: '/v1/events/spot-interruption',
    input: z.strictObject({
      ...instanceField,
      action: z.enum(SPOT_ACTIONS).optional(),
      noticeInSeconds: seconds.optional(),
      noticeSeconds: seconds.optional(),
      rebalanceSecondsBefore: seconds.optional(),
    }),
    output: fired,
    doc: 'Interrupt the instance: a notice now or later, and the action two minutes after it.',
  }),
  'events.rebalance': operation({
    method: 'POST',
    path: '/v1/events/rebalance-recommendation',
    input: z.strictObject({ ...instanceField, inSeconds: seconds.optional() }),
    output: fired,
    doc: 'Recommend a rebalance, now or later; it replaces an earlier recommendation.',
  }),
  'events.maintenance': operation({
    method: 'POST',
    path: '/v1/events/maintenance',
    input: z.strictObject({
      ...instanceField,
      code: z.enum(MAINTENANCE_CODES),
      notBefore: moment.optional(),
      notAfter: moment.optional(),
      description: z.string().min(1).max(900).optional(),
    }),
    output: fired,
    doc: 'Schedule maintenance, seven days ahead unless told otherwise.',
  }),
  'events.lifecycle': operation({
    method: 'POST',
    path: '/v1/events/lifecycle',
    input: z.strictObject({ ...instanceField, state: z.enum(LIFECYCLE_STATES), inSeconds: seconds.optional() }),
    output: fired,
    doc: 'Set the target lifecycle state in the Auto Scaling group, now or later.',
  }),
  'events.skip': operation({
    method: 'POST',
    path: '/v1/events/skip',
    input: z.union(
      [
        z.strictObject({ ...whatMoves, seconds: z.number().positive().max(MAX_SECONDS) }),
        z.strictObject({ ...whatMoves, to: z.enum(['notice', 'action']) }),
      ],
      'Give seconds, a number above 0, or to: "notice" or "action".',
    ),
    output: listOf(eventView),
    doc: 'Move the unfinished events of an instance on, or with an id that one alone, by seconds or to the next notice or action.',
  }),
  'events.cancel': operation({
    method: 'POST',
    path: '/v1/events/{id}/cancel',
    input: oneEvent,
    output: eventView,
    doc: 'Cancel one event: its notice goes from the wire.',
  }),
  'events.complete': operation({
    method: 'POST',
    path: '/v1/events/{id}/complete',
    input: oneEvent,
    output: eventView,
    doc: 'Complete one event: maintenance moves to the history.',
  }),
  'audience.get': operation({
    method: 'GET',
    path: '/v1/audience',
    input: instanceOnly,
    output: audienceView,
    doc: 'Who gets notices, who holds a place since when, and who came too late.',
  }),
  'audience.set': operation({
    method: 'PUT',
    path: '/v1/audience',
    input: z.discriminatedUnion('kind', [
      first.extend({ ...instanceField, ...group }),
      everyone.extend({ ...instanceField, ...group }),
      nobody.extend({ ...instanceField, ...group }),
      only.extend({ ...instanceField, ...group }),
    ]),
    output: audienceView,
    doc: 'Say who gets notices, for one group or for all three.',
  }),
  'audience.free': operation({
    method: 'POST',
    path: '/v1/audience/free',
    input: z.strictObject({ ...instanceField, ...group }),
    output: audienceView,
    doc: 'Free the places, of one group or of all three.',
  }),
  'audience.give': operation({
    method: 'POST',
    path: '/v1/audience/give',
    input: z.strictObject({ ...instanceField, ...group, client: address }),
    output: audienceView,
    doc: 'Give a client a place; where none is free it takes that of `yields`, who has not read the notice if anybody has not.',
  }),
};
