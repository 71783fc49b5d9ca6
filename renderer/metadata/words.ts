// What the Metadata screen says about a path: in its row, beside a change, and about where its value comes from.
import type { PathChange } from '../../app/contract/answers.ts';
import type { MetadataItem } from '../../app/contract/metadata.ts';

const SHOWN_CHARACTERS = 80;

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

/** True when somebody made it answer 404, by itself or with the directory that it is in. */
export function isMadeAbsent(item: MetadataItem): boolean {
  return !item.present && (item.source === 'override' || item.changed);
}

function firstLine(value: string): string {
  const [line = ''] = value.trimStart().split('\n');
  return line.length < value.trimEnd().length || line.length > SHOWN_CHARACTERS
    ? `${line.slice(0, SHOWN_CHARACTERS)} …`
    : line;
}

/** What to tag the value with; null while it is as the preset has it. */
export function changeTag(item: MetadataItem): 'overridden' | 'changed' | null {
  if (!item.changed) return null;
  return item.source === 'override' ? 'overridden' : 'changed';
}

/** A default or an earlier value in a few words; `absent` for null. */
export function shortValue(value: string | null): string {
  if (value === null) return 'absent';
  return value === '' ? 'empty' : firstLine(value);
}

/** What a changed value was, or how far it is from that. */
export function wasText(item: MetadataItem): { was: string } | { lines: number } {
  return shortChange({ path: item.path, was: item.default, is: item.value });
}

/** The changes of other paths, in the order of interest: the signed documents only repeat what the others say. */
export function othersThan(path: string, changes: readonly PathChange[]): PathChange[] {
  const others = changes.filter((change) => change.path !== path);
  return [...others.filter((one) => !isDynamic(one)), ...others.filter(isDynamic)];
}

function isDynamic({ path }: PathChange): boolean {
  return path.startsWith('dynamic/');
}

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

function isLong(...values: string[]): boolean {
  return values.some((value) => value.includes('\n') || value.length > SHOWN_CHARACTERS);
}

/** `us-east-1a` of `  "region" : "us-east-1a",`; another line as it is. */
function jsonValue(line: string): string {
  const value = /^\s*"[^"]*"\s*:\s*(.*?),?\s*$/.exec(line)?.[1] ?? line.trim();
  return firstLine(value.replace(/^"(.*)"$/, '$1'));
}

/** True where the secrets are masked, so that what is shown is not what is served. */
export function isMasked(path: string): boolean {
  return path.includes('/security-credentials/');
}

/** True for the credentials of the role, which the facts say how to make. */
export function isOfRole(path: string): boolean {
  return path.startsWith('meta-data/iam/security-credentials/');
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

/** `3 differences`. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** `200 · text/plain · 10 B · no newline at the end`. */
export function answerText(answer: {
  status: number | null;
  headers: readonly (readonly [string, string])[];
  body: string;
  size: number;
}): string {
  if (answer.status === null) return 'no answer';
  const type = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1].split(';')[0];
  const end = answer.body.endsWith('\n') ? 'newline at the end' : 'no newline at the end';
  const parts = [
    String(answer.status),
    type,
    `${answer.size.toLocaleString('en')} B`,
    answer.size > 0 ? end : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** True for a directory that somebody made answer 404 as a whole. */
export function isDirectoryAbsent(item: MetadataItem | null): boolean {
  return item !== null && !item.present && item.source === 'override';
}
