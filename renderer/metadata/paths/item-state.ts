// What state a path is in: made absent, changed, masked, of the role.
import type { MetadataItem } from '../../../app/contract/metadata.ts';

/** True when somebody made it answer 404, by itself or with the directory that it is in. */
export function isMadeAbsent(item: MetadataItem): boolean {
  return !item.present && (item.source === 'override' || item.changed);
}

/** True for a directory that somebody made answer 404 as a whole. */
export function isDirectoryAbsent(item: MetadataItem | null): boolean {
  return item !== null && !item.present && item.source === 'override';
}

/** What to tag the value with; null while it is as the preset has it. */
export function changeTag(item: MetadataItem): 'overridden' | 'changed' | null {
  if (!item.changed) return null;
  return item.source === 'override' ? 'overridden' : 'changed';
}

/** True where the secrets are masked, so that what is shown is not what is served. */
export function isMasked(path: string): boolean {
  return path.includes('/security-credentials/');
}

/** The directory that the tags of the instance are in. */
export const TAGS_PATH = 'meta-data/tags/instance/';

/** True for the credentials of the role, which the facts say how to make. */
export function isOfRole(path: string): boolean {
  return path.startsWith('meta-data/iam/security-credentials/');
}

/** The credentials of the instance itself. */
export const OF_INSTANCE = 'meta-data/identity-credentials/ec2/security-credentials/ec2-instance';
