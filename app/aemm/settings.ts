// Everything that AEMM can be told, resolved: its keys as in its configuration file.
import * as z from 'zod';
import { MAX_KEYS, MAX_PATH, MAX_TEXT } from './bounds.ts';

const text = z.string().max(MAX_TEXT);
const scalar = z.union([text, z.number(), z.boolean(), z.null()]);
const flat = z.union([scalar, z.array(scalar).max(MAX_KEYS)]);
const object = z.record(z.string().max(256), flat);

/** What stands at a key: text, or an object as deep as AEMM's own go. */
const json = z.union([flat, z.record(z.string().max(256), z.union([flat, object]))]);
export type Json = z.infer<typeof json>;

const isBounded = (given: object) => Object.keys(given).length <= MAX_KEYS;
const TOO_MANY = `At most ${MAX_KEYS} keys can be given.`;

/** By key, such as `ami-id`: where it is served, with the version; an empty path is not served. */
const paths = z.record(z.string().max(256), z.string().max(MAX_PATH)).refine(isBounded, TOO_MANY);
/** By key: text, or an object that is served as JSON. */
const values = z.record(z.string().max(256), json).refine(isBounded, TOO_MANY);
const served = z.strictObject({ paths, values });

const AEMM_COMMANDS = ['all', 'spot', 'events', 'asglifecycle'] as const;
/** What the run mocks beside the values that do not change; `all` is the command without a subcommand. */
export type AemmCommand = (typeof AEMM_COMMANDS)[number];

/** Seconds from the start; negative ones lie in the past. */
const seconds = z.number().int();

export const aemmSettings = z.strictObject({
  command: z.enum(AEMM_COMMANDS),
  /** Of the spot notices and the scheduled event. A trigger time, RFC 3339, goes before a delay; empty for none. */
  'mock-delay-sec': seconds,
  'mock-trigger-time': text,
  /** How many clients get notices, counted apart for spot, events and lifecycle; below 0 for everyone. */
  'mock-ip-count': z.number().int(),
  /** Refuse requests without a token. */
  imdsv2: z.boolean(),
  'rebalance-delay-sec': seconds,
  'rebalance-trigger-time': text,
  'asg-termination-delay-sec': seconds,
  'asg-termination-trigger-time': text,
  server: z.strictObject({ hostname: text, port: text }),
  /** Times are RFC 3339 and echoed to the letter; empty for AEMM's own, which move on with each request. */
  spot: z.strictObject({ action: text, time: text, 'rebalance-rec-time': text }),
  /** Times are RFC 3339; empty for AEMM's own, which count from the start. */
  events: z.strictObject({
    code: text,
    state: text,
    'not-before': text,
    'not-after': text,
    'not-before-deadline': text,
  }),
  metadata: served,
  dynamic: served,
  /** The value `userdata` is base64. */
  userdata: served,
});
export type AemmSettings = z.infer<typeof aemmSettings>;
