// Why a path has the value that it has, and what may be written where there is none.
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { isMasked, isOfRole } from './item-state.ts';

/** Why a value is read only. */
export function followingReason({ source, path }: MetadataItem): string {
  const reason = source === 'event' ? 'It follows the events that are fired' : computedSentence(path);
  return `${reason}. An override fixes this path alone, and wins over events.`;
}

function computedSentence(path: string): string {
  const reason = computedReason(path);
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
}

/** Why a computed path has the value that it has. */
export function computedReason(path: string): string {
  if (isOfRole(path)) return 'as chosen for the role';
  if (isMasked(path)) return 'made here, and anew before they expire';
  if (path.startsWith('meta-data/spot/')) return 'there once an interruption is fired on the Deck';
  if (path.startsWith('meta-data/events/')) return 'there once such an event is fired on the Deck';
  return 'worked out from other facts, and follows them';
}

const EXAMPLES: Partial<Record<MetadataItem['kind'], string>> = {
  number: '1',
  ipv4: '10.0.12.34',
  ipv6: '2001:db8:8:4::2',
  cidr: '10.0.0.0/16',
  mac: '0e:49:61:0f:c3:11',
  time: '2026-11-22T14:07:00Z',
};

/** What an empty field says of a path that is not there. */
export function absentHint(kind: MetadataItem['kind']): string {
  const example = EXAMPLES[kind];
  return `absent: what you write here is served${example === undefined ? '' : `, such as ${example}`}`;
}
