// Changes of values: each in a line, and those of other paths in the order of interest.
import type { PathChange } from '../../../app/contract/answers.ts';
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { firstLine, SHOWN_CHARACTERS, shortValue } from './short-value.ts';

export type ShortChange = { was: string; is: string } | { lines: number };

/** A change in a line: both values, of a longer text the one line that differs, else how many do. */
export function shortChange({ was, is }: PathChange): ShortChange {
  if (was === null || is === null || !isLong(was, is)) return { was: shortValue(was), is: shortValue(is) };
  const before = was.split('\n');
  const after = is.split('\n');
  const differing = after.map((line, index) => [before[index] ?? '', line] as const).filter(([a, b]) => a !== b);
  const lines = differing.length + Math.max(0, before.length - after.length);
  const [only] = differing;
  return lines === 1 && only ? { was: jsonValue(only[0]), is: jsonValue(only[1]) } : { lines };
}

/** What a changed value was, or how far it is from that. */
export function wasText(item: MetadataItem): { was: string } | { lines: number } {
  return shortChange({ path: item.path, was: item.default, is: item.value });
}

function isLong(...values: string[]): boolean {
  return values.some((value) => value.includes('\n') || value.length > SHOWN_CHARACTERS);
}

/** `us-east-1a` of `  "region" : "us-east-1a",`; another line as it is. */
function jsonValue(line: string): string {
  const value = /^\s*"[^"]*"\s*:\s*(.*?),?\s*$/.exec(line)?.[1] ?? line.trim();
  return firstLine(value.replace(/^"(.*)"$/, '$1'));
}

/** The changes of other paths, in the order of interest: the signed documents only repeat what the others say. */
export function othersThan(path: string, changes: readonly PathChange[]): PathChange[] {
  const others = changes.filter((change) => change.path !== path);
  return [...others.filter((one) => !isDynamic(one)), ...others.filter(isDynamic)];
}

function isDynamic({ path }: PathChange): boolean {
  return path.startsWith('dynamic/');
}
