// What there is to choose from for a value, where AWS has a list: all for a path, and those to show while somebody types.
import type { FactChoices } from '../../../app/contract/metadata.ts';

export type Choice = { value: string; note?: string };

const PLACEMENT = 'meta-data/placement/';

const LISTS: Readonly<Record<string, (choices: FactChoices, region: string) => Choice[]>> = {
  'meta-data/instance-type': ({ instanceTypes }) => instanceTypes.map((value) => ({ value })),
  [`${PLACEMENT}region`]: ({ regions }) => regions.map(({ name }) => ({ value: name })),
  [`${PLACEMENT}availability-zone`]: (choices, region) =>
    zonesOf(choices, region).map(({ name, id }) => ({ value: name, note: id })),
  [`${PLACEMENT}availability-zone-id`]: (choices, region) =>
    zonesOf(choices, region).map(({ name, id }) => ({ value: id, note: name })),
};

function zonesOf({ regions }: FactChoices, region: string) {
  return regions.find(({ name }) => name === region)?.zones ?? [];
}

/** True for a path whose value is one of a list. */
export function hasChoices(path: string): boolean {
  return Object.hasOwn(LISTS, path);
}

/** All for a path; none where there is no list. */
export function choicesFor(path: string, choices: FactChoices | null, region: string): Choice[] {
  if (choices === null || !hasChoices(path)) return [];
  return LISTS[path]?.(choices, region) ?? [];
}

/** More would take a moment to draw, and nobody reads them. */
const MOST = 100;

/**
 * Those to show. Of a value that nobody has changed: its kin first, which begin as it does up to the dot. While somebody types: what
 * begins with the text, then what has it in it, also by the note; none once the text is one of them, so that nothing lies over what would change.
 */
export function shownChoices(all: readonly Choice[], text: string, isChanged: boolean): Choice[] {
  const sought = text.trim().toLowerCase();
  if (isChanged && all.some(({ value }) => value === sought)) return [];
  const start = isChanged ? sought : sought.slice(0, sought.indexOf('.') + 1);
  const first = all.filter(({ value }) => value.startsWith(start));
  const has = ({ value, note = '' }: Choice) => value.includes(sought) || note.includes(sought);
  const rest = all.filter((one) => !first.includes(one) && (!isChanged || has(one)));
  return [...first, ...rest].slice(0, MOST);
}
