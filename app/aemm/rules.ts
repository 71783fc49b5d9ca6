// What AEMM refuses: less than the real service, since it takes any verb on any path.
import { given } from '../answer/answer.ts';
import type { Located, Refused } from '../answer/dialect.ts';
import { parseTtl } from '../answer/tokens.ts';
import type { Rule, TokenFinding } from '../answer/why.ts';
import * as pages from './pages.ts';

export function malformedPath({ request, found }: Located): Refused | undefined {
  if (found.problem !== 'malformed-path') return undefined;
  return { page: pages.MALFORMED, why: { rule: 'malformed-path', given: request.target } };
}

/** AEMM says nothing to any verb but PUT. */
export function tokenMethod({ request: { method } }: Located): Refused | undefined {
  return method === 'PUT' ? undefined : { page: pages.NOTHING_SAID, why: { rule: 'token-method', given: method } };
}

export function tokenTtl({ request }: Located): Refused | undefined {
  if (parseTtl(request.tokenTtl) !== undefined) return undefined;
  return { page: pages.BAD_REQUEST, why: { rule: 'token-ttl', ...given(request.tokenTtl) } };
}

/** In v2-only mode, what is wrong with a token. Else tokens are not looked at. */
const REFUSED: Readonly<Record<TokenFinding['state'], Rule | undefined>> = {
  none: 'token-missing',
  invalid: 'token-invalid',
  expired: 'token-expired',
  revoked: 'token-revoked',
  valid: undefined,
  issued: undefined,
};

export function tokenState({ instance }: Located, token: TokenFinding): Refused | undefined {
  const rule = instance.options.httpTokens === 'required' ? REFUSED[token.state] : undefined;
  return rule && { page: pages.UNAUTHORIZED, why: { rule } };
}
