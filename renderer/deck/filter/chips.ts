// The chips of the log toolbar: each stands for a word of the filter, and puts it in or takes it out.
import { termsOf } from '../../../app/filter/parse.ts';

export const CHIPS = [
  { id: '2xx', title: '2xx' },
  { id: '4xx', title: '4xx' },
  { id: '5xx', title: '5xx' },
  { id: 'no-token', title: 'no token' },
  { id: 'event-paths', title: 'event paths' },
  { id: 'no-events', title: 'hide events' },
] as const;
export type ChipId = (typeof CHIPS)[number]['id'];

/** Where events show: interruptions, recommendations and maintenance, and the target lifecycle state. */
const EVENT_PATHS = 'path:/spot,/events,/autoscaling';
const WORDS: Partial<Record<ChipId, string>> = {
  'no-token': 'token:missing',
  'event-paths': EVENT_PATHS,
  'no-events': 'events:off',
};
const STATUS_WORD = /^status:([2-5]xx(?:,[2-5]xx)*)$/;

export function hasChip(filter: string, chip: ChipId): boolean {
  const word = WORDS[chip];
  return word === undefined ? statusesOf(filter).includes(chip) : wordsOf(filter).includes(word);
}

/** The filter with the chip's word, or without it. Statuses share one word, since words hold together: `status:4xx,5xx`. */
export function toggleChip(filter: string, chip: ChipId): string {
  const word = WORDS[chip];
  if (word !== undefined) return toggled(wordsOf(filter), word).join(' ');
  const statuses = toggled(statusesOf(filter), chip).sort();
  const others = wordsOf(filter).filter((one) => !STATUS_WORD.test(one));
  return [...others, ...(statuses.length > 0 ? [`status:${statuses.join(',')}`] : [])].join(' ');
}

/** The filter with one more word, unless it has it. The word's opposite makes way. */
export function withWord(filter: string, word: string): string {
  const opposite = word.startsWith('-') ? word.slice(1) : `-${word}`;
  const words = wordsOf(filter).filter((one) => one !== opposite);
  return (words.includes(word) ? words : [...words, word]).join(' ');
}

function wordsOf(filter: string): string[] {
  return termsOf(filter).map(({ start, end }) => filter.slice(start, end));
}

function statusesOf(filter: string): string[] {
  return wordsOf(filter).flatMap((word) => STATUS_WORD.exec(word)?.[1]?.split(',') ?? []);
}

function toggled(words: string[], word: string): string[] {
  return words.includes(word) ? words.filter((one) => one !== word) : [...words, word];
}
