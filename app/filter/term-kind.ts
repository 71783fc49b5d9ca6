// What there is to say of one kind of term: when it can be told, how it reads, what its values are, and its test.
import type { LineSubject, Times } from './subject.ts';

/** The values of a term that does not take any text. */
export type Values = {
  /** `status`, as in "is no status". */
  called: string;
  /** `a status is 404, 4xx or >=400`. */
  words: string;
  /** What a mistyped one is compared with. */
  near: readonly string[];
  /** Whether a value, in small letters, is one. */
  has: (value: string) => boolean;
};

export type TermWords = {
  /** Whether the request alone says if it holds, or only its answer. */
  at: 'request' | 'answer';
  /** What it looks at, in a few words. */
  note: string;
  /** How the sentence about a filter says it. */
  is: string;
  isNot: string;
  /** A value as that sentence says it; as it was typed, without. */
  said?: (value: string) => string;
  /** Absent where any text is a value. */
  values?: Values;
  /** Values that are offered whether or not they are in the log. */
  offered?: readonly string[];
};

/**
 * `test` makes the test of a subject for one value, which is in small letters; `testLine` that of a line about an event, where
 * the term says something of those: any other hides none.
 */
export type TermKind<S> = TermWords & {
  test: (value: string, times: Times) => (subject: S) => boolean;
  testLine?: LineTest;
};

export type LineTest = (value: string, times: Times) => (line: LineSubject) => boolean;

/** The values of a closed list, in any case. */
export function oneOfThese(called: string, words: string, list: readonly string[]): Values {
  const small = new Set(list.map((value) => value.toLowerCase()));
  return { called, words, near: list, has: (value) => small.has(value) };
}

/** Whether a text has a value in it, which is in small letters. */
export function contains(text: string, value: string): boolean {
  return text.toLowerCase().includes(value);
}
