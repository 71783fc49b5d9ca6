// Requests, tokens and clients, as the control API shows them.
import * as z from 'zod';
import { problemsOf } from '../filter/strict.ts';
import { TOKEN_STATES } from '../filter/subject.ts';
import { MAX_PULL } from '../log/max-pull.ts';
import { GROUPS, HAPPENED } from '../events/kinds.ts';
import { address } from '../events/schema.ts';
import { MAX_TTL_SECONDS } from '../answer/tokens.ts';
import { hopCount } from '../world/options.ts';
import { headers, tag, why } from './answers.ts';
import { heldSet } from './credentials.ts';
import { instanceOnly, listOf, moment, noInput, operation, wholeNumber } from './operation.ts';

/** Whole entries are larger than rows. */
export const MAX_ENTRIES_PULL = 100;

/** A request in the log. */
export const logRow = z.strictObject({
  kind: z.literal('request'),
  sequence: z.number().int(),
  at: moment,
  /** The instance that was asked. */
  instance: z.string(),
  client: z.string(),
  port: z.number().int(),
  method: z.string(),
  /** The path as it was sent, query included. */
  target: z.string(),
  /** What was looked up, without the version: `meta-data/instance-id`; null where nothing was. */
  path: z.string().nullable(),
  version: z.enum(['v1', 'v2']).nullable(),
  token: z.enum(TOKEN_STATES),
  /** Null when nothing was answered at all. */
  status: z.number().int().nullable(),
  /** Bytes of the body that was sent. */
  size: z.number().int(),
  durationMs: z.number(),
  rule: z.string(),
  why: z.string(),
  tag,
  /** The event that the answer shows. */
  event: z.string().nullable(),
  firstSighting: z.boolean(),
  userAgent: z.string(),
  /** True for what Metadeck itself asked. */
  panel: z.boolean(),
  /** The process on this machine that asked, where it was found. */
  process: z.strictObject({ pid: z.number().int(), name: z.string() }).optional(),
});
export type LogRow = z.infer<typeof logRow>;

/** What became of an event, as a line of the log between the requests. */
const eventRow = z.strictObject({
  kind: z.literal('event'),
  sequence: z.number().int(),
  at: moment,
  instance: z.string(),
  /** Its id. */
  event: z.string(),
  what: z.enum(HAPPENED),
  tag: tag.unwrap(),
  why: z.string(),
});
export type EventRow = z.infer<typeof eventRow>;

/** A line of the log, whatever it is of. */
const logLine = z.discriminatedUnion('kind', [logRow, eventRow]);
export type LogLine = z.infer<typeof logLine>;

export const logEntry = logRow.omit({ why: true }).extend({
  requestHeaders: headers,
  reason: z.string(),
  responseHeaders: headers,
  body: z.string(),
  encoding: z.enum(['utf8', 'base64']),
  /** True when more was sent than is kept. */
  truncated: z.boolean(),
  why,
});
export type LogEntryView = z.infer<typeof logEntry>;

const tokenView = z.strictObject({
  id: z.string(),
  /** The instance that issued it. */
  instance: z.string(),
  client: z.string(),
  issuedAt: moment,
  ttlSeconds: z.number().int(),
  /** With its TTL, or before that where its life was cut short. */
  expiresAt: moment,
  remainingSeconds: z.number().int(),
  uses: z.number().int(),
  lastPath: z.string().nullable(),
  state: z.enum(['valid', 'expired', 'revoked']),
});
export type TokenView = z.infer<typeof tokenView>;

const sees = z.strictObject({
  sees: z.boolean(),
  /** By what rule: `place 1 of 2`, `every client does`. */
  reason: z.string(),
  /** True where the rule counts places, so that one can be given. */
  byPlaces: z.boolean(),
});

const clientView = z.strictObject({
  /** The instance that it asked; an address that asked several is listed for each. */
  instance: z.string(),
  address: z.string(),
  label: z.string().nullable(),
  agent: z.string(),
  firstSeen: moment,
  lastSeen: moment,
  requests: z.number().int(),
  /** Share of requests without a token, from 0 to 1; token requests count as v2. */
  v1Share: z.number(),
  lastTarget: z.string(),
  /** The groups in which it holds a place. */
  places: z.array(z.enum(GROUPS)),
  /** How many network hops away it is, and whether somebody said so. */
  hops: z.number().int(),
  hopsGiven: z.boolean(),
  /** Whether it gets the notices of each group. */
  sees: z.strictObject({ spot: sees, maintenance: sees, lifecycle: sees }),
  /** How it asks on the paths of notices; `everyMs` is the usual time between two requests, null before the second. */
  polls: z.array(
    z.strictObject({ path: z.string(), everyMs: z.number().nullable(), times: z.number().int(), lastAt: moment }),
  ),
  /** The newest notice that stands and that it has read or would get; `readAfterMs` is null where it has not. */
  notice: z.strictObject({ event: z.string(), kind: z.string(), readAfterMs: z.number().nullable() }).nullable(),
  /** The sets of credentials that it got last: one of the role and one of the instance itself, without a token and with one. */
  credentials: z.array(heldSet),
  /** What can be said of it, in one line. */
  diagnosis: z.string(),
});
export type ClientView = z.infer<typeof clientView>;

/** Where nobody is still typing, a filter with a term or value that is none is refused. */
const filter = z
  .string()
  .max(2000, { abort: true })
  .superRefine((text, issues) => {
    for (const message of problemsOf(text)) issues.addIssue({ code: 'custom', message });
  });

export const trafficOperations = {
  'requests.list': operation({
    method: 'GET',
    path: '/v1/requests',
    input: z.strictObject({
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional(),
      limit: wholeNumber(1, MAX_PULL).optional(),
      filter: filter.optional(),
    }),
    output: z.strictObject({
      /** Sequence numbers begin anew with each run. */
      run: z.string(),
      items: z.array(logLine),
      /** The cursor to go on from, also past what the filter hid. */
      next: z.number().int(),
      /** How many entries after the cursor are no longer kept. */
      dropped: z.number().int(),
    }),
    doc: 'Requests after a cursor, oldest first; without one, the newest.',
  }),
  'requests.export': operation({
    method: 'POST',
    path: '/v1/requests/exports',
    input: z.strictObject({
      filter: filter.optional(),
      /** Leaves out what has a higher sequence number. */
      upTo: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional(),
    }),
    output: z.strictObject({ id: z.string(), count: z.number().int() }),
    doc: 'Hold on to what the log has now, to be read page by page while the log goes on.',
  }),
  'requests.export-page': operation({
    method: 'GET',
    path: '/v1/requests/exports/{id}',
    input: z.strictObject({
      id: z
        .string()
        .regex(/^[0-9a-f]{16}$/, 'The id of an export is 16 hexadecimal digits, as POST /v1/requests/exports answers.'),
      from: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional(),
      limit: wholeNumber(1, MAX_ENTRIES_PULL).optional(),
    }),
    output: z.strictObject({
      items: z.array(z.discriminatedUnion('kind', [logEntry, eventRow])),
      /** From where to go on; null at the end, after which the export is gone. */
      next: z.number().int().nullable(),
    }),
    doc: 'Some of an export: requests whole, and lines about events, that its filter lets through.',
  }),
  'requests.get': operation({
    method: 'GET',
    path: '/v1/requests/{sequence}',
    input: z.strictObject({ sequence: wholeNumber(1, Number.MAX_SAFE_INTEGER) }),
    output: logEntry,
    doc: 'One request whole: headers both ways, body, why with its steps.',
  }),
  'requests.entries': operation({
    method: 'POST',
    path: '/v1/requests/entries',
    input: z.strictObject({
      sequences: z.array(wholeNumber(1, Number.MAX_SAFE_INTEGER)).max(MAX_ENTRIES_PULL),
    }),
    output: z.strictObject({ run: z.string(), items: z.array(logEntry) }),
    doc: 'Several requests whole, in the order asked for; those no longer kept are left out.',
  }),
  'requests.clear': operation({
    method: 'DELETE',
    path: '/v1/requests',
    input: noInput,
    output: z.strictObject({ cleared: z.number().int() }),
    doc: 'Forget every request, for all who look; undo brings them back for ten seconds.',
  }),
  'tokens.list': operation({
    method: 'GET',
    path: '/v1/tokens',
    input: noInput,
    output: listOf(tokenView),
    doc: 'The latest IMDSv2 tokens, newest first.',
  }),
  'tokens.revoke': operation({
    method: 'POST',
    path: '/v1/tokens/{id}/revoke',
    input: z.strictObject({
      id: z.string().regex(/^[0-9a-f]{16}$/, 'A token id is 16 hexadecimal digits, as /v1/tokens lists them.'),
      inSeconds: z.number().min(0).max(MAX_TTL_SECONDS).optional(),
    }),
    output: tokenView,
    doc: 'Expire one token, now or in some seconds; its life never gets longer.',
  }),
  'tokens.revoke-all': operation({
    method: 'POST',
    path: '/v1/tokens/revoke-all',
    input: instanceOnly,
    output: z.strictObject({ revoked: z.number().int() }),
    doc: 'Expire every token issued so far, by one instance or by all.',
  }),
  'clients.list': operation({
    method: 'GET',
    path: '/v1/clients',
    input: noInput,
    output: z.strictObject({
      items: z.array(clientView),
      /** What is said of addresses, also of those that have not asked yet. */
      hops: z.array(z.strictObject({ address: z.string(), hops: z.number().int() })),
    }),
    doc: 'Who has asked, in the order of their first request, and how each treats notices.',
  }),
  'clients.patch': operation({
    method: 'PATCH',
    path: '/v1/clients/{address}',
    input: z
      .strictObject({
        address,
        label: z.string().max(80).nullable().optional(),
        hops: hopCount.nullable().optional(),
      })
      .refine(({ label, hops }) => label !== undefined || hops !== undefined, 'Give a label, hops, or both.'),
    output: z.strictObject({
      address: z.string(),
      label: z.string().nullable(),
      hops: z.number().int(),
      hopsGiven: z.boolean(),
    }),
    doc: 'Give a client a name of your own, or say how many network hops away it is; null takes either back.',
  }),
};
