// A value in a few words.
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { isMadeAbsent } from './item-state.ts';

/** Longer ones are cut. */
export const SHOWN_CHARACTERS = 80;

/** A value in a row: its first line; for one that is not there, why. */
export function valueWord(item: MetadataItem): string {
  if (item.value !== null) return item.kind === 'json' ? jsonWord(item.value) : firstLine(item.value);
  if (isMadeAbsent(item)) return '404';
  return item.path === 'user-data' ? 'none' : 'absent';
}

/** Its first line would only be a brace. */
function jsonWord(value: string): string {
  const lines = value.trim().split('\n').length;
  return lines === 1 ? firstLine(value) : `${lines} lines`;
}

/** The first line of a value, cut where it is long; an ellipsis says that there is more. */
export function firstLine(value: string): string {
  const [line = ''] = value.trimStart().split('\n');
  return line.length < value.trimEnd().length || line.length > SHOWN_CHARACTERS
    ? `${line.slice(0, SHOWN_CHARACTERS)} …`
    : line;
}

/** A default or an earlier value in a few words; `absent` for null. */
export function shortValue(value: string | null): string {
  if (value === null) return 'absent';
  return value === '' ? 'empty' : firstLine(value);
}
