// Whether a client gets the notices of a group, and by what rule, in words.
import { maySee, type Places } from '../events/audience.ts';
import type { AudienceRule } from '../events/schema.ts';

export type Sees = {
  /** A place that is free counts: whoever asks gets it. */
  sees: boolean;
  /** `place 1 of 2`, `every client does`: what a sentence that begins with yes or no goes on with. */
  reason: string;
  /** True where it goes by places, so that one can be given. */
  byPlaces: boolean;
};

/** What a client gets of one group, by its rule and by who holds the places. `client` is an address. */
export function seesGroup(rule: AudienceRule, places: Places, client: string): Sees {
  const sees = maySee(rule, places, client);
  return { sees, reason: REASONS[rule.kind](sees, rule, places, client), byPlaces: rule.kind === 'first' };
}

type Reason = (sees: boolean, rule: AudienceRule, places: Places, client: string) => string;

const REASONS: Record<AudienceRule['kind'], Reason> = {
  everyone: () => 'every client does',
  nobody: () => 'no client does',
  only: (sees) => (sees ? 'it is named' : 'others are named'),
  first: placeText,
};

function placeText(sees: boolean, rule: AudienceRule, places: Places, client: string): string {
  const count = rule.kind === 'first' ? rule.count : 0;
  const place = [...places.keys()].indexOf(client) + 1;
  if (place > 0) return `place ${place} of ${count}`;
  return sees ? `${count - places.size} of ${count} free` : `${count} of ${count} taken`;
}
