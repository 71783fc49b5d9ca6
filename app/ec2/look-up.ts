// From the target of a request to what is there: version, path, and the node of the site.
import type { Found } from '../answer/node.ts';
import { parseTarget, type Target } from '../answer/target.ts';
import { isInVersion } from '../metadata/catalog/since.ts';
import { isThere, nodeAt, type Site } from './site.ts';

const NOTHING: Found = { version: undefined, path: '', slashAtEnd: false, node: undefined, isToken: false };

/** Targets that were asked for lately, and what they say: clients ask for the same few again and again. */
const parsed = new Map<string, Target>();
const MAX_PARSED = 2000;
/** Longer ones are not worth keeping. */
const MAX_LENGTH = 256;

/** What a site has for a request target. */
export function lookUp(site: Site, target: string): Found {
  const known = parsed.get(target) ?? keep(target, parseTarget(target));
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

function keep(target: string, read: Target): Target {
  if (target.length > MAX_LENGTH) return read;
  if (parsed.size >= MAX_PARSED) parsed.clear();
  parsed.set(target, read);
  return read;
}

const TOKEN_PATH = 'api/token';

function inVersion(site: Site, { version, path, slashAtEnd }: Extract<Target, { kind: 'path' }>): Found {
  const node = nodeAt(site, version, path);
  const found: Found = { version, path, slashAtEnd, node, isToken: path === TOKEN_PATH && version === 'latest' };
  const isNewer = !node && version !== 'latest' && (isThere(site, path) || !isInVersion(path, version));
  return isNewer ? { ...found, problem: 'newer-than-version' } : found;
}
