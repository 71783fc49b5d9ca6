// From the target of a request to what is there: version, path, and the node of the site.
import { isInVersion } from '../metadata/catalog/since.ts';
import type { Node, Site } from './site.ts';
import { parseTarget } from '../answer/target.ts';

export type Found = {
  version: string | undefined;
  /** Without the version and without slashes at its ends. */
  path: string;
  slashAtEnd: boolean;
  node: Node | undefined;
  problem?: 'malformed-path' | 'unknown-version' | 'newer-than-version';
};

const NOTHING: Found = { version: undefined, path: '', slashAtEnd: false, node: undefined };

export function lookUp(site: Site, target: string): Found {
  return findDirect(site, target) ?? resolve(site, target);
}

/** The usual request, `/latest/` and a plain path, found with one look-up. */
function findDirect(site: Site, target: string): Found | undefined {
  const node = site.direct.get(target);
  return node && { version: 'latest', path: node.path, slashAtEnd: false, node };
}

function resolve(site: Site, target: string): Found {
  const parsed = parseTarget(target);
  switch (parsed.kind) {
    case 'malformed':
      return { ...NOTHING, problem: 'malformed-path' };
    case 'outside':
      return NOTHING;
    case 'unknown-version':
      return { ...NOTHING, version: parsed.version, problem: 'unknown-version' };
    case 'root':
      return { ...NOTHING, node: site.root };
    case 'path':
      return inVersion(site, parsed);
  }
}

function inVersion(site: Site, parsed: { version: string; path: string; slashAtEnd: boolean }): Found {
  const { version, path } = parsed;
  const node = site.nodesIn(version).get(path);
  const isNewer = !node && (site.nodes.has(path) || !isInVersion(path, version));
  return isNewer ? { ...parsed, node, problem: 'newer-than-version' } : { ...parsed, node };
}
