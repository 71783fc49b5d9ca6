// A path fixed to a value, or to 404.
import * as z from 'zod';
import { MAX_OVERRIDES, MAX_VALUE } from './override-limits.ts';

const override = z.union([
  z.strictObject({ value: z.string().max(MAX_VALUE) }),
  z.strictObject({ absent: z.literal(true) }),
]);
export type Override = z.infer<typeof override>;

/** By path, without the version: `meta-data/instance-id`. An absent one stands for everything below it too. */
export const overrides = z
  .record(z.string().min(1).max(1024), override)
  .refine((given) => Object.keys(given).length <= MAX_OVERRIDES, `At most ${MAX_OVERRIDES} paths can be overridden.`);
export type Overrides = z.infer<typeof overrides>;
