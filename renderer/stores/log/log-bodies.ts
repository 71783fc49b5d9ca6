// Which requests have a text in their body. Rows carry no bodies, so the server is asked; what it has not been asked about is not shown yet.
import type { LogRow } from '../../../app/contract/traffic.ts';
import { compileFilter } from '../../../app/filter/filter.ts';
import type { Times } from '../../../app/filter/subject.ts';
import { bodyValues } from '../../../app/filter/parse.ts';
import type { Matches } from './log-window.ts';

type Held = { first: number; limit: number };

type Found = { upTo: number; sequences: Set<number> };

/** By the text that is looked for, in small letters. */
export type BodyFinds = Map<string, Found>;

/** The finds that a filter needs; what is known already is kept. */
export function findsFor(filter: string, known: BodyFinds): BodyFinds {
  return new Map(bodyValues(filter).map((value) => [value, known.get(value) ?? nothingFound()]));
}

function nothingFound(): Found {
  return { upTo: 0, sequences: new Set() };
}

/** The highest number that all texts have been looked for up to; no limit when there is nothing to look for. */
export function searchedUpTo(finds: BodyFinds): number {
  return Math.min(Infinity, ...[...finds.values()].map(({ upTo }) => upTo));
}

/** Finds before the first row that is held go once they are more than rows can be. */
export function addFinds(found: Found, sequences: readonly number[], upTo: number, held: Held): void {
  for (const sequence of sequences) found.sequences.add(sequence);
  found.upTo = Math.max(found.upTo, upTo);
  if (found.sequences.size <= held.limit) return;
  for (const sequence of found.sequences) if (sequence < held.first) found.sequences.delete(sequence);
}

export function matcherFor(filter: string, finds: BodyFinds, times: Times): Matches {
  const inBody = (row: LogRow, text: string) => finds.get(text)?.sequences.has(row.sequence) ?? false;
  const matches = compileFilter(filter, { inBody, times });
  return finds.size === 0 ? matches : (line) => line.sequence <= searchedUpTo(finds) && matches(line);
}
