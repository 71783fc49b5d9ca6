// The catalogue as one table, and how a path is found in it.
import { ancestors } from '../../answer/node.ts';
import type { Entry, Parts } from './entry.ts';
import { MOMENTARY, OF_EVENTS } from './moment.ts';
import { NETWORK } from './network.ts';
import { SCALARS } from './scalars.ts';
import { SUBTREES } from './subtrees.ts';
import { DEVICE_NAME, IPV4, KEY_INDEX, MAC, ROLE_NAME, TAG_KEY } from '../facts/words.ts';

export const CATALOG: readonly Entry[] = [...SCALARS, ...SUBTREES, ...NETWORK, ...MOMENTARY, ...OF_EVENTS];

const PART_RULES: Readonly<Record<string, RegExp>> = {
  device: DEVICE_NAME,
  index: KEY_INDEX,
  key: TAG_KEY,
  mac: MAC,
  'public-ip': IPV4,
  role: ROLE_NAME,
};

const EXACT = new Map(CATALOG.filter(({ path }) => !path.includes('{')).map((entry) => [entry.path, entry]));
const EXACT_DIRECTORIES = new Set([...EXACT.keys()].flatMap(ancestors));
const PATTERNS = CATALOG.filter(({ path }) => path.includes('{')).map((entry) => ({
  entry,
  segments: entry.path.split('/'),
}));
const ALL_SEGMENTS = CATALOG.map(({ path }) => path.split('/'));

/** The name in a `{name}` segment. */
function partName(segment: string): string | undefined {
  return segment.startsWith('{') ? segment.slice(1, -1) : undefined;
}

/** What stands for the parts, when the path fits the pattern and each part its rule. */
function partsOf(pattern: readonly string[], segments: readonly string[]): Parts | undefined {
  if (pattern.length !== segments.length || !agree(pattern, segments)) return undefined;
  const parts: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const name = partName(expected);
    if (name === undefined) continue;
    const given = segments[index];
    if (given === undefined || !PART_RULES[name]?.test(given)) return undefined;
    parts[name] = given;
  }
  return parts;
}

/** The entry of a concrete path; undefined for a path of one's own. */
export function findEntry(path: string): { entry: Entry; parts: Parts } | undefined {
  const exact = EXACT.get(path);
  if (exact) return { entry: exact, parts: {} };
  const segments = path.split('/');
  for (const { entry, segments: pattern } of PATTERNS) {
    const parts = partsOf(pattern, segments);
    if (parts) return { entry, parts };
  }
  return undefined;
}

/** True for a value or a directory that some instance of the real service has. */
export function isKnownPath(path: string): boolean {
  if (EXACT.has(path) || EXACT_DIRECTORIES.has(path)) return true;
  const segments = path.split('/');
  return PATTERNS.some(({ segments: pattern }) => begins(pattern, segments));
}

/** True when the segments are the pattern or a directory above it, and each part fits its rule. */
function begins(pattern: readonly string[], segments: readonly string[]): boolean {
  return partsOf(pattern.slice(0, segments.length), segments) !== undefined;
}

/** The concrete path; undefined where a part is not given. */
export function concretePath({ path }: Entry, parts: Parts): string | undefined {
  if (!path.includes('{')) return path;
  const segments = path.split('/').map((segment) => {
    const name = partName(segment);
    return name === undefined ? segment : parts[name];
  });
  return segments.includes(undefined) ? undefined : segments.join('/');
}

/** True when path and pattern agree as far as both go; any text fits a part. */
function agree(pattern: readonly string[], segments: readonly string[]): boolean {
  return pattern.every((expected, index) => {
    const given = segments[index];
    return given === undefined || given === expected || partName(expected) !== undefined;
  });
}

/** True when a known path lies, or may come to lie, below this one. */
export function isKnownDirectory(path: string): boolean {
  const segments = path.split('/');
  return ALL_SEGMENTS.some((known) => known.length > segments.length && agree(known, segments));
}

/** True when this path lies below one that is known to hold a value. */
export function isBelowKnownValue(path: string): boolean {
  const segments = path.split('/');
  return ALL_SEGMENTS.some((known) => known.length < segments.length && agree(known, segments));
}
