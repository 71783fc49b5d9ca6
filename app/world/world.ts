// The World: what somebody configured. Immutable, small, saved to disk, undoable.
import * as z from 'zod';
import { MAX_USER_DATA } from '../metadata/user-data-limit.ts';
import { aemmSettings } from '../aemm/settings.ts';
import { address, audienceRule, event } from '../events/schema.ts';
import { facts } from '../metadata/facts/facts.ts';
import { overrides } from '../metadata/overrides.ts';
import { PRESET_NAMES } from '../metadata/presets/names.ts';
import { hopCount, options } from './options.ts';
import { LAST_MOMENT } from '../time.ts';

const WORLD_VERSION = 1;
/** The wire dialects. */
export const PROFILES = ['ec2', 'aemm'] as const;
/** Unfinished events and the finished ones that are kept. */
const MAX_EVENTS = 200;
/** Clients of which somebody said how far they are. */
export const MAX_HOPS_SAID = 1000;

export const instance = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'A name may have letters, digits and . _ -.'),
  preset: z.enum(PRESET_NAMES),
  profile: z.enum(PROFILES),
  /** What the profile `aemm` answers from, and since when; null in the others. */
  aemm: z
    .strictObject({ settings: aemmSettings, startedAt: z.number().int().min(0).max(LAST_MOMENT) })
    .nullable()
    .default(null),
  /** When it was made; the preset's values are those of this moment. Milliseconds since 1970, whole seconds. */
  createdAt: z.number().int().min(0).max(LAST_MOMENT),
  /** When its values changed last: what Last-Modified says. */
  changedAt: z.number().int().min(0).max(LAST_MOMENT),
  /** The set of credentials that somebody asked for or kept, counted from 1, and when it began; null while none was. */
  rotation: z
    .strictObject({ number: z.number().int().min(1), startedAt: z.number().int().min(0).max(LAST_MOMENT) })
    .nullable()
    .default(null),
  facts,
  overrides,
  /** Raw user data in base64; null without any. */
  userData: z
    .base64()
    .max(Math.ceil(MAX_USER_DATA / 3) * 4)
    .nullable(),
  options,
  audience: z.strictObject({ spot: audienceRule, maintenance: audienceRule, lifecycle: audienceRule }),
  /** In the order of firing. */
  events: z.array(event).max(MAX_EVENTS),
});
export type Instance = z.infer<typeof instance>;

/** Which clients get which instance; all others get the first. */
const route = z.strictObject({ instance: z.string(), clients: z.array(z.string().max(64)).max(1000) });

export const world = z
  .strictObject({
    version: z.literal(WORLD_VERSION),
    instances: z.array(instance).min(1).max(64),
    routing: z.array(route).max(64),
    /** How many network hops away a client is, by address, where somebody said so. */
    hops: z
      .record(address, hopCount)
      .refine(
        (value) => Object.keys(value).length <= MAX_HOPS_SAID,
        `At most ${MAX_HOPS_SAID} clients can have hops of their own.`,
      )
      .optional(),
  })
  .refine((value) => new Set(value.instances.map((one) => one.name)).size === value.instances.length, {
    path: ['instances'],
    message: 'Two instances have the same name; each needs its own.',
  })
  .refine((value) => value.routing.every((one) => value.instances.some(({ name }) => name === one.instance)), {
    path: ['routing'],
    message: 'A routing rule names an instance that is not there.',
  });
export type World = z.infer<typeof world>;
