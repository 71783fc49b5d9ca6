// From the target of a request to what is there: any version but `latest` is a path like any other.
import { TOKEN_PATH } from '../answer/tokens.ts';
import type { LookedUp } from '../answer/node.ts';
import { keepTargets } from '../answer/kept-targets.ts';
import { targetNames } from '../answer/target.ts';
import type { AemmSite } from './site.ts';

const LATEST = '/latest/';
const OUTSIDE = '/..';
const FOUND: LookedUp = { version: undefined, path: '', slashAtEnd: false, node: undefined, isToken: false };

/** The short path of a target; undefined for one that can't be read. */
const pathOf = keepTargets((target): string | undefined => {
  const names = targetNames(target);
  if (names.kind === 'malformed') return undefined;
  // A path that climbs above the root or is no text is nowhere.
  return names.kind === 'outside' ? OUTSIDE : shortPathOf(names.names);
});

/** What a request target comes to: found at once where nothing needs decoding. */
export function findIn({ nodes }: AemmSite, target: string): LookedUp {
  const plain = target.startsWith(LATEST) ? target.slice(LATEST.length) : '/';
  const direct = plain === '/' || /[%?#]/.test(plain) ? undefined : nodes.get(plain);
  if (direct) return { ...FOUND, path: plain, node: direct };
  const path = pathOf(target);
  if (path === undefined) return { ...FOUND, problem: 'malformed-path' };
  return { ...FOUND, path, node: nodes.get(path), isToken: path === TOKEN_PATH };
}

/** Below `latest/` without it, else with a slash before it; `/` is the list of versions. */
function shortPathOf([version, ...rest]: readonly string[]): string {
  return version === 'latest' ? rest.join('/') : `/${[version, ...rest].filter(isName).join('/')}`;
}

function isName(name: string | undefined): name is string {
  return name !== undefined;
}
