// What an answer is, under both dialects: what goes out, what it brings about and when, and why.
import type { Effect } from '../traffic/traffic.ts';
import type { Page } from './page.ts';
import type { Why } from './why.ts';

/** What is written of an answer. */
export type Written = {
  page: Page;
  /** Seconds for the token TTL header: the TTL asked for, or what is left of the token's. */
  tokenTtl: number | undefined;
};

type Reply = Written & { kind: 'reply' };

/** Status line and headers of the whole answer, at most so many bytes of its body, and then the end of the connection. */
export type Cut = Written & { kind: 'cut'; bytes: number };

/**
 * No byte of an answer. `silence`: the connection stays until its client closes it or nothing has happened on it for the
 * data plane's idle limit; `close`: it ends (FIN); `reset`: it breaks off (RST).
 */
type Nothing = { kind: 'silence' | 'close' | 'reset' };

/** What goes out once it is time. */
export type Prompt = Reply | Cut | Nothing;

/** The same, decided now and carried out so many milliseconds later, 60,000 at most. */
export type Later = { kind: 'later'; afterMs: number; what: Prompt };

/** What goes out: an answer, part of one, or nothing at all; at once or later. */
export type Outcome = Prompt | Later;

export type Answered = {
  outcome: Outcome;
  /** What it brings about as soon as it is decided. */
  effects: readonly Effect[];
  /** What it brings about once a whole answer has left: who left before that has read nothing. */
  whenSent: readonly Effect[];
  why: Why;
};

export const NO_EFFECTS: readonly Effect[] = [];

/** What an answer brings about, in its two moments. */
export type Moments = Pick<Answered, 'effects' | 'whenSent'>;

const NOTHING_COMES: Moments = { effects: NO_EFFECTS, whenSent: NO_EFFECTS };

/** An answer with a page; `tokenTtl` in seconds. */
export function reply(page: Page, why: Why, moments: Moments = NOTHING_COMES, tokenTtl?: number): Answered {
  const { effects, whenSent } = moments;
  return { outcome: { kind: 'reply', page, tokenTtl }, effects, whenSent, why };
}

/** What comes only once the answer has left. */
export function onceSent(effects: readonly Effect[]): Moments {
  return effects.length === 0 ? NOTHING_COMES : { effects: NO_EFFECTS, whenSent: effects };
}

/** No byte. */
export function silence(why: Why): Answered {
  return { outcome: { kind: 'silence' }, effects: NO_EFFECTS, whenSent: NO_EFFECTS, why };
}

/** For `why`: what was wrong with the input, where there was any. */
export function given(value: string | undefined): { given?: string } {
  return value === undefined ? {} : { given: value };
}
