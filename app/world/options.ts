// The metadata options of an instance, named and valued as in the EC2 API (imds.md 2.8).
import * as z from 'zod';
import { DEFAULT_OPTIONS } from './option-defaults.ts';

const MAX_HOPS = 64;
const HOPS_NEEDED = `A whole number from 1 to ${MAX_HOPS} is needed, such as 2.`;

/** Network hops, of a limit or of a client. */
export const hopCount = z.number(HOPS_NEEDED).int(HOPS_NEEDED).min(1, HOPS_NEEDED).max(MAX_HOPS, HOPS_NEEDED);

const onOrOff = z.enum(['enabled', 'disabled']);

const fields = {
  httpTokens: z.enum(['optional', 'required']),
  httpEndpoint: onOrOff,
  /** How many network hops the answer to a PUT for a token may take. */
  httpPutResponseHopLimit: hopCount,
  httpProtocolIpv6: onOrOff,
  instanceMetadataTags: onOrOff,
};

/** Whatever a world saved earlier leaves out is as it was then. */
export const options = z.strictObject({
  httpTokens: fields.httpTokens,
  httpEndpoint: fields.httpEndpoint.default(DEFAULT_OPTIONS.httpEndpoint),
  httpPutResponseHopLimit: fields.httpPutResponseHopLimit.default(DEFAULT_OPTIONS.httpPutResponseHopLimit),
  httpProtocolIpv6: fields.httpProtocolIpv6.default(DEFAULT_OPTIONS.httpProtocolIpv6),
  instanceMetadataTags: fields.instanceMetadataTags.default(DEFAULT_OPTIONS.instanceMetadataTags),
});
export type Options = { [Key in keyof typeof fields]: z.infer<(typeof fields)[Key]> };

export const optionsPatch = z.strictObject(fields).partial();
export type OptionsPatch = z.infer<typeof optionsPatch>;
