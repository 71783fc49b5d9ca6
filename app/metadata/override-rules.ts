// Which paths may be overridden, and with what (behaviour.md, Edits).
import type { Dialect } from '../answer/dialect.ts';
import { isBelowKnownValue, isKnownDirectory } from './catalog/paths.ts';
import { TAG_KEY, TAG_KEY_NEEDED } from './facts/words.ts';
import { MAX_OVERRIDES, MAX_VALUE } from './override-limits.ts';
import type { Override, Overrides } from './overrides.ts';

const EXAMPLE = 'meta-data/instance-id';
const MAX_PATH = 1024;
const MAX_SEGMENT = 255;

/** True for the path itself and everything below it. */
export function isAtOrBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`);
}

/** What is wrong with a path, in a sentence; undefined where nothing is. */
export function pathProblem(path: string): string | undefined {
  const segments = path.split('/');
  if (!['meta-data', 'dynamic', 'user-data'].includes(segments[0] ?? '')) {
    return `A path begins with meta-data/ or dynamic/, or is user-data; leave out the version, as in ${EXAMPLE}.`;
  }
  if (path.endsWith('/')) return `A path ends without a slash, as in ${EXAMPLE}.`;
  if (segments.includes('')) return `A path has one slash between two names, as in ${EXAMPLE}.`;
  if (segments.some((one) => one === '.' || one === '..')) return `A path has no . and no .. in it, as in ${EXAMPLE}.`;
  if (/[\u0000-\u001f\u007f]/.test(path)) return `A path has no control characters, as in ${EXAMPLE}.`;
  if (/\p{Surrogate}/u.test(path)) return `A path has no half characters, as in ${EXAMPLE}.`;
  if (path.length > MAX_PATH) return `A path has at most ${MAX_PATH} characters; this one has ${path.length}.`;
  if (segments.some((one) => one.length > MAX_SEGMENT))
    return `A name in a path has at most ${MAX_SEGMENT} characters.`;
  return undefined;
}

/**
 * Why an override is refused, in a sentence; undefined where it is not. Where an instance is nothing but paths, one may be a
 * value and a directory at once, and the catalogue says nothing.
 */
export function overrideProblem(
  overrides: Overrides,
  path: string,
  override: Override,
  editing: Dialect['editing'] = 'facts',
): string | undefined {
  const problem = pathProblem(path);
  if (problem !== undefined) return problem;
  if (!Object.hasOwn(overrides, path) && Object.keys(overrides).length >= MAX_OVERRIDES) {
    return `At most ${MAX_OVERRIDES} paths can be overridden; reset some first.`;
  }
  if (!('value' in override)) return undefined;
  return lengthProblem(override.value) ?? (editing === 'facts' ? placeProblem(overrides, path) : undefined);
}

const TAGS = 'meta-data/tags/instance/';

/** Why a tag can't be shown under that key, whether as a fact or as an override; undefined where it can. */
export function tagProblem(path: string, override: Override): string | undefined {
  if (!path.startsWith(TAGS) || 'absent' in override) return undefined;
  return TAG_KEY.test(path.slice(TAGS.length)) ? undefined : TAG_KEY_NEEDED;
}

function lengthProblem({ length }: string): string | undefined {
  return length > MAX_VALUE ? `A value has at most ${MAX_VALUE} characters; this one has ${length}.` : undefined;
}

function placeProblem(overrides: Overrides, path: string): string | undefined {
  const values = Object.keys(overrides).filter((one) => one !== path && 'value' in (overrides[one] ?? {}));
  const below = values.find((one) => isAtOrBelow(one, path));
  if (below !== undefined)
    return `${path} is a directory, since ${below} has a value; a directory can't have one itself.`;
  if (isKnownDirectory(path)) return `${path} is a directory and can't have a value; choose a path below it.`;
  const above = values.find((one) => isAtOrBelow(path, one));
  if (above !== undefined) return `${above} has a value, so nothing can be below it; reset it first.`;
  if (isBelowKnownValue(path))
    return `${parentOf(path)} holds a value, so nothing can be below it; choose another path.`;
  return undefined;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
