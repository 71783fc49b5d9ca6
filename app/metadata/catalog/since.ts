// Which categories a version of the service has: those that are not newer than it (imds.md 1.0; 6, Old versions).
import { findEntry } from './paths.ts';

/** The whole of `iam/` came at once, whatever is added below it (imds.md 1.3). */
const IAM = { path: 'meta-data/iam', since: '2012-01-12' };

/**
 * True when the category at this path (without the version) is in that version. One without a date, and a path of one's
 * own, is in every version; `latest` has all. Versions sort as text, from `1.0` to `latest`.
 */
export function isInVersion(path: string, version: string): boolean {
  const since = sinceOf(path);
  return since === null || since <= version;
}

function sinceOf(path: string): string | null {
  if (path === IAM.path || path.startsWith(`${IAM.path}/`)) return IAM.since;
  return findEntry(path)?.entry.since ?? null;
}
