// The chips of the log toolbar: each stands for a word of the filter, and puts it in or takes it out.

export const CHIPS = [
  { id: '2xx', title: '2xx' },
  { id: '4xx', title: '4xx' },
  { id: '5xx', title: '5xx' },
  { id: 'no-token', title: 'no token' },
  { id: 'events', title: 'events' },
] as const;
export type ChipId = (typeof CHIPS)[number]['id'];

const WORDS: Partial<Record<ChipId, string>> = { 'no-token': 'token:missing', events: 'event:any' };
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

/** The filter with one more word, unless it has it. */
export function withWord(filter: string, word: string): string {
  const words = wordsOf(filter);
  return words.includes(word) ? filter : [...words, word].join(' ');
}

function wordsOf(filter: string): string[] {
  return filter.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
}

function statusesOf(filter: string): string[] {
  return wordsOf(filter).flatMap((word) => STATUS_WORD.exec(word)?.[1]?.split(',') ?? []);
}

function toggled(words: string[], word: string): string[] {
  return words.includes(word) ? words.filter((one) => one !== word) : [...words, word];
}
