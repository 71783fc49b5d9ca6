// What the metadata options decide before or beside everything else: the endpoint, the IPv6 address, the hop limit (imds.md 2.8 and 6).
import { TOKEN_PATH } from '../answer/tokens.ts';
import type { Request } from '../answer/request.ts';
import type { Why } from '../answer/why.ts';
import type { Instance } from '../world/world.ts';

/** `refused` is 403; `unheard` gets no answer at all. */
export type Closed = { how: 'refused' | 'unheard'; why: Pick<Why, 'instance' | 'rule'> };

/** Why this instance has nothing to say to a request, whatever it asks; undefined where its endpoint is open. */
export function closedTo(request: Request, { name, options }: Instance): Closed | undefined {
  if (request.atServiceIpv6 && options.httpProtocolIpv6 === 'disabled') {
    return { how: 'unheard', why: { instance: name, rule: 'ipv6-disabled' } };
  }
  if (options.httpEndpoint === 'enabled') return undefined;
  return { how: 'refused', why: { instance: name, rule: 'endpoint-disabled' } };
}

/** Why the answer to a PUT on the token path does not reach its client, if it does not. */
export function hopProblem(
  request: Request,
  { options }: Instance,
  path: string,
): Pick<Why, 'rule' | 'given'> | undefined {
  const limit = options.httpPutResponseHopLimit;
  if (request.method !== 'PUT' || path !== TOKEN_PATH || request.hops <= limit) return undefined;
  return { rule: 'hop-limit', given: `${request.hops} hops, limit ${limit}` };
}

const TAGS = 'meta-data/tags';

/** True for `tags/` and what is below it while the tags of the instance are not to be seen. */
export function hidesTags({ options }: Pick<Instance, 'options'>, path: string): boolean {
  return options.instanceMetadataTags === 'disabled' && (path === TAGS || path.startsWith(`${TAGS}/`));
}
