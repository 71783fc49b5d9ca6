// Numbers in a filter: `404`, `4xx`, `>=400`, `<5`.

export type NumberTest = {
  holds: (value: number) => boolean;
  /** As a sentence says it: `400 or more`. */
  words: string;
};

type Comparison = { words: (limit: string) => string; holds: (value: number, limit: number) => boolean };

const COMPARISONS: Record<string, Comparison> = {
  '>': { words: (limit) => `over ${limit}`, holds: (value, limit) => value > limit },
  '>=': { words: (limit) => `${limit} or more`, holds: (value, limit) => value >= limit },
  '<': { words: (limit) => `under ${limit}`, holds: (value, limit) => value < limit },
  '<=': { words: (limit) => `${limit} or less`, holds: (value, limit) => value <= limit },
  '=': { words: (limit) => limit, holds: (value, limit) => value === limit },
};

/** Null when the text is none of these. */
export function numberTest(text: string): NumberTest | null {
  const hundreds = /^([1-5])xx$/i.exec(text);
  if (hundreds) return { words: text, holds: (value) => Math.floor(value / 100) === Number(hundreds[1]) };
  const found = /^(>=|<=|>|<|=)?(\d{1,15}(?:\.\d{1,9})?)$/.exec(text);
  const comparison = COMPARISONS[found?.[1] ?? '='];
  const limit = found?.[2];
  if (comparison === undefined || limit === undefined) return null;
  return { words: comparison.words(limit), holds: (value) => comparison.holds(value, Number(limit)) };
}
