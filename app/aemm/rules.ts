// What AEMM refuses: less than the real service, since it takes any verb on any path.
import type { Located, Refused } from '../answer/dialect.ts';
import { refuseMalformed, refuseTtl, WRONG_TOKEN } from '../answer/refusals.ts';
import type { TokenFinding } from '../answer/why.ts';
import * as pages from './pages.ts';

export const malformedPath = refuseMalformed(pages.MALFORMED);

/** AEMM says nothing to any verb but PUT. */
export function tokenMethod({ request: { method } }: Located): Refused | undefined {
  return method === 'PUT' ? undefined : { page: pages.NOTHING_SAID, why: { rule: 'token-method', given: method } };
}

export const tokenTtl = refuseTtl(pages.BAD_REQUEST);

/** In v2-only mode alone: else tokens are not looked at. */
export function tokenState({ instance }: Located, token: TokenFinding): Refused | undefined {
  const rule = instance.options.httpTokens === 'required' ? WRONG_TOKEN[token.state] : undefined;
  return rule && { page: pages.UNAUTHORIZED, why: { rule } };
}
