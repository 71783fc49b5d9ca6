// Shapes that several operations answer with: the reason of an answer, a change, a captured answer.
import * as z from 'zod';

const TAGS = ['interruption', 'rebalance', 'maintenance', 'lifecycle'] as const;
export const tag = z.enum(TAGS).nullable();

/** A piece of a sentence; `to` names what it refers to: `event:ID`, `token:ID`, `client:ADDRESS`, `path:PATH`, `audience:GROUP`, `instance:NAME`. */
const segment = z.strictObject({ text: z.string(), to: z.string().optional() });
export type Segment = z.infer<typeof segment>;

export const why = z.strictObject({
  /** The rule that made the answer, such as `event` or `token-expired`. */
  rule: z.string(),
  /** A few words for a row of the log. */
  summary: z.string(),
  /** One sentence that says why. */
  sentence: z.string(),
  /** The kind of event that the answer shows. */
  tag,
  /** What led to the answer, in order. */
  steps: z.array(z.array(segment)),
});
export type WhyText = z.infer<typeof why>;

export const headers = z.array(z.tuple([z.string(), z.string()]));

/** An answer as a client gets it. */
export const answer = z.strictObject({
  /** Null when nothing was answered at all. */
  status: z.number().int().nullable(),
  reason: z.string(),
  headers,
  /** Text as it is; bytes that are no text in base64. Secrets are masked. */
  body: z.string(),
  encoding: z.enum(['utf8', 'base64']),
  /** Bytes of the whole body. */
  size: z.number().int(),
  why,
});
export type Answer = z.infer<typeof answer>;

/** A path whose value changed; null stands for a path that is not there. */
export const pathChange = z.strictObject({ path: z.string(), was: z.string().nullable(), is: z.string().nullable() });
export type PathChange = z.infer<typeof pathChange>;

export const changes = z.strictObject({ changed: z.array(pathChange) });
