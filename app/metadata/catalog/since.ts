// Which categories a version of the service has: those that are not newer than it (imds.md 1.0; 6, Old versions).
import { findEntry } from './paths.ts';

/** Directories that came at once, whatever is below them or has an older date there (imds.md 1.3, 8). */
const AT_ONCE = [
  { path: 'meta-data/iam', since: '2012-01-12' },
  { path: 'meta-data/network', since: '2011-01-01' },
];

/**
 * True when the category at this path (without the version) is in that version. One without a date, and a path of one's
 * own, is in every version; `latest` has all. Versions sort as text, from `1.0` to `latest`.
 */
export function isInVersion(path: string, version: string): boolean {
  const since = sinceOf(path);
  return since === null || since <= version;
}

function sinceOf(path: string): string | null {
  const whole = AT_ONCE.find((one) => path === one.path || path.startsWith(`${one.path}/`))?.since ?? null;
  const own = findEntry(path)?.entry.since ?? null;
  return whole === null || (own !== null && own > whole) ? own : whole;
}
