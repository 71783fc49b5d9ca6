// What the real service refuses, in the order of imds.md 6: 403 comes before 401, and 401 before 404.
import { given } from '../answer/answer.ts';
import type { Exchange, Located, Refused } from '../answer/dialect.ts';
import { refuseMalformed, refuseTtl, WRONG_TOKEN } from '../answer/refusals.ts';
import { TOKEN_PATH, tokenEffects } from '../answer/tokens.ts';
import type { TokenFinding } from '../answer/why.ts';
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

export const tokenTtl = refuseTtl(pages.BAD_REQUEST);

export const malformedPath = refuseMalformed(pages.BAD_REQUEST);

/** Tokens are asked for under `latest` alone. */
export function tokenVersion({ request, found }: Located): Refused | undefined {
  if (request.method !== 'PUT' || found.path !== TOKEN_PATH) return undefined;
  return { page: pages.FORBIDDEN, why: { rule: 'token-version', ...given(found.version) } };
}

/** Nobody who forwards may use one. */
export function forwardedToken(located: Located): Refused | undefined {
  return located.request.token === undefined ? undefined : forwarded(located);
}

/** A token that can't be read or is dead is refused even where none is needed. */
export function tokenState({ instance }: Located, token: TokenFinding): Refused | undefined {
  const counts = token.state !== 'none' || instance.options.httpTokens === 'required';
  const rule = counts ? WRONG_TOKEN[token.state] : undefined;
  return rule && { page: pages.UNAUTHORIZED, why: { rule } };
}

export function verb({ request, found }: Located, token: TokenFinding): Refused | undefined {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const used = tokenEffects(token, request, found.path);
  return { page: pages.METADATA_METHODS, why: { rule: 'method', given: request.method }, used };
}
