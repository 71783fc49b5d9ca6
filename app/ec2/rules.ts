// What the real service refuses, in the order of imds.md 6: 403 comes before 401, and 401 before 404.
import { given } from '../answer/answer.ts';
import type { Exchange, Located, Refused } from '../answer/dialect.ts';
import { parseTtl, tokenEffects } from '../answer/tokens.ts';
import type { Rule, TokenFinding } from '../answer/why.ts';
import { refusal } from './host-rule.ts';
import { hopProblem } from './option-rules.ts';
import * as pages from './pages.ts';

/** Pages on the web, and names that public DNS can point here (behaviour.md, Listening). */
export function strangers({ request }: Exchange): Refused | undefined {
  const refused = refusal(request, request.admits);
  return refused && { page: pages.FORBIDDEN, why: refused };
}

/** The answer to a question for a token goes no further than the hop limit. */
export function hopLimit({ request, instance, found }: Located): Refused | undefined {
  const tooFar = hopProblem(request, instance, found.path);
  return tooFar && { page: null, why: { ...tooFar, path: found.path } };
}

/** A PUT, though OPTIONS is answered. */
export function tokenMethod({ request: { method } }: Located): Refused | undefined {
  if (method === 'PUT') return undefined;
  const page = method === 'OPTIONS' ? pages.TOKEN_OPTIONS : pages.TOKEN_METHODS;
  return { page, why: { rule: 'token-method', given: method } };
}

/** The path itself, without a slash at its end. */
export function tokenPath({ request, found }: Located): Refused | undefined {
  return found.slashAtEnd ? { page: pages.FORBIDDEN, why: { rule: 'token-path', given: request.target } } : undefined;
}

/** Nobody who forwards gets a token. */
export function forwarded({ request: { forwardedFor } }: Located): Refused | undefined {
  return forwardedFor === undefined
    ? undefined
    : { page: pages.FORBIDDEN, why: { rule: 'forwarded', given: forwardedFor } };
}

/** From 1 to 21600 seconds. */
export function tokenTtl({ request }: Located): Refused | undefined {
  if (parseTtl(request.tokenTtl) !== undefined) return undefined;
  return { page: pages.BAD_REQUEST, why: { rule: 'token-ttl', ...given(request.tokenTtl) } };
}

export function malformedPath({ request, found }: Located): Refused | undefined {
  if (found.problem !== 'malformed-path') return undefined;
  return { page: pages.BAD_REQUEST, why: { rule: 'malformed-path', given: request.target } };
}

/** Tokens are asked for under `latest` alone. */
export function tokenVersion({ request, found }: Located): Refused | undefined {
  if (request.method !== 'PUT' || found.path !== 'api/token') return undefined;
  return { page: pages.FORBIDDEN, why: { rule: 'token-version', ...given(found.version) } };
}

/** Nobody who forwards may use one. */
export function forwardedToken(located: Located): Refused | undefined {
  return located.request.token === undefined ? undefined : forwarded(located);
}

/** A token that can't be read or is dead is refused even where none is needed. */
export function tokenState({ instance }: Located, token: TokenFinding): Refused | undefined {
  const rule = tokenRule(token, instance.options.httpTokens === 'required');
  return rule && { page: pages.UNAUTHORIZED, why: { rule } };
}

function tokenRule(token: TokenFinding, required: boolean): Rule | undefined {
  switch (token.state) {
    case 'none':
      return required ? 'token-missing' : undefined;
    case 'expired':
      return 'token-expired';
    case 'revoked':
      return 'token-revoked';
    case 'invalid':
      return 'token-invalid';
    default:
      return undefined;
  }
}

export function verb({ request, found }: Located, token: TokenFinding): Refused | undefined {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const used = tokenEffects(token, request, found.path);
  return { page: pages.METADATA_METHODS, why: { rule: 'method', given: request.method }, used };
}
