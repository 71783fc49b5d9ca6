// The sets of credentials that an instance gives out, and those that clients hold; never a secret.
import * as z from 'zod';
import { instanceOnly, moment, operation } from './operation.ts';

/** Which set it is. */
const setView = z.strictObject({
  /** The role of the instance profile, or the instance itself (`identity-credentials/`). */
  of: z.enum(['role', 'ec2-instance']),
  /** `v1` is got without a token, `v2` with one; null for credentials given by hand, which are one set for both. */
  imds: z.enum(['v1', 'v2']).nullable(),
  /** Counted from 1; null for those given by hand. */
  number: z.number().int().nullable(),
  accessKeyId: z.string(),
  lastUpdated: moment,
  expiration: moment,
});
export type SetView = z.infer<typeof setView>;

/** A set that a client has got. */
export const heldSet = setView.extend({
  /** When the last answer with it had left. */
  readAt: moment,
  times: z.number().int(),
  /** True while the client would get the same one again. */
  newest: z.boolean(),
});
export type HeldSetView = z.infer<typeof heldSet>;

const credentials = z.strictObject({
  /** Which set it is, counted from 1, and when the next one comes. */
  number: z.number().int(),
  everySeconds: z.number().int(),
  nextAt: moment,
  /** What clients get now. */
  sets: z.array(setView),
});
export type CredentialsView = z.infer<typeof credentials>;

export const credentialsOperations = {
  'credentials.get': operation({
    method: 'GET',
    path: '/v1/credentials',
    input: instanceOnly,
    output: credentials,
    doc: 'Which sets of credentials clients get now, with a token and without, and when the next ones come.',
  }),
  'credentials.rotate': operation({
    method: 'POST',
    path: '/v1/credentials/rotate',
    input: instanceOnly,
    output: credentials,
    doc: 'Give out the next set now, of the role and of the instance itself; can be undone.',
  }),
};
