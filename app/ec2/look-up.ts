// From the target of a request to what is there: version, path, and the node of the site.
import { TOKEN_PATH } from '../answer/tokens.ts';
import type { LookedUp } from '../answer/node.ts';
import { keepTargets } from '../answer/kept-targets.ts';
import { parseTarget, type Target } from '../answer/target.ts';
import { isInVersion } from '../metadata/catalog/since.ts';
import { isThere, nodeAt, type Site } from './site.ts';

const NOTHING: LookedUp = { version: undefined, path: '', slashAtEnd: false, node: undefined, isToken: false };

const read = keepTargets(parseTarget);

/** What a site has for a request target. */
export function lookUp(site: Site, target: string): LookedUp {
  const known = read(target);
  switch (known.kind) {
    case 'malformed':
      return { ...NOTHING, problem: 'malformed-path' };
    case 'outside':
      return NOTHING;
    case 'unknown-version':
      return { ...NOTHING, version: known.version, problem: 'unknown-version' };
    case 'root':
      return { ...NOTHING, node: site.root() };
    case 'path':
      return inVersion(site, known);
  }
}

function inVersion(site: Site, { version, path, slashAtEnd }: Extract<Target, { kind: 'path' }>): LookedUp {
  const node = nodeAt(site, version, path);
  const found: LookedUp = { version, path, slashAtEnd, node, isToken: path === TOKEN_PATH && version === 'latest' };
  const isNewer = !node && version !== 'latest' && (isThere(site, path) || !isInVersion(path, version));
  return isNewer ? { ...found, problem: 'newer-than-version' } : found;
}
