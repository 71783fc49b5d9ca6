// What every dialect refuses, each with a page of its own.
import { given } from './answer.ts';
import type { Located, Refused } from './dialect.ts';
import type { Page } from './page.ts';
import { parseTtl } from './tokens.ts';
import type { Rule, TokenFinding } from './why.ts';

type Refusal = (located: Located) => Refused | undefined;

export function refuseMalformed(page: Page): Refusal {
  return ({ request, found }) =>
    found.problem === 'malformed-path' ? { page, why: { rule: 'malformed-path', given: request.target } } : undefined;
}

/** From 1 to 21600 seconds. */
export function refuseTtl(page: Page): Refusal {
  return ({ request: { tokenTtl } }) =>
    parseTtl(tokenTtl) === undefined ? { page, why: { rule: 'token-ttl', ...given(tokenTtl) } } : undefined;
}

/** What is wrong with a token, where one is needed. */
export const WRONG_TOKEN: Readonly<Record<TokenFinding['state'], Rule | undefined>> = {
  none: 'token-missing',
  invalid: 'token-invalid',
  expired: 'token-expired',
  revoked: 'token-revoked',
  valid: undefined,
  issued: undefined,
};
