// Where an instance may be said to be: what is refused of a change, and what there is instead. What a saved world says is not asked about.
import { nearest } from '../../nearest.ts';
import type { Issue } from '../../result.ts';
import { isLettered, regionNames, shortRegion, zoneIdOf, zonesOf } from './regions.ts';
import { AS_OF, BY_ACCOUNT, UNPUBLISHED } from './table.ts';

export type Placement = { region: string; availabilityZone: string; availabilityZoneId: string };

/** What follows the Region's name in that of a zone: a letter, or what AWS calls a Local Zone or a Wavelength Zone. */
const IN_REGION = /^([a-z]|(-[a-z0-9]+)+)$/;

/** What contradicts itself, whatever AWS has: a zone of another Region, an id that begins as those of another. */
export function contradictions({ region, availabilityZone: zone, availabilityZoneId: id }: Placement): Issue[] {
  if (!zone.startsWith(region) || !IN_REGION.test(zone.slice(region.length))) return [noZone(region, zone)];
  const beginning = `${shortRegion(region)}-`;
  const isPublished = zonesOf(region).length > 0 && !UNPUBLISHED.has(region);
  return isPublished && !id.startsWith(beginning) ? [noId(region, zone, id)] : [];
}

/**
 * What a change brings that AWS has not: a Region, a zone, an id of a zone. `together` says that zone and id were both given, which is how
 * what AWS opens later is said; then only what the table knows better is refused.
 */
export function unknownPlacement(before: Placement, after: Placement, together: boolean): Issue[] {
  const { region, availabilityZone: zone, availabilityZoneId: id } = after;
  const isSame = region === before.region && zone === before.availabilityZone;
  if (isSame && id === before.availabilityZoneId) return [];
  const isKnown = zonesOf(region).length > 0;
  if (!isKnown && region !== before.region) return together ? [] : [noRegion(region)];
  const expected = zoneIdOf(region, zone);
  if (expected === undefined) return isSame || together ? [] : [noZone(region, zone)];
  return isIdOf(after, expected, together) ? [] : [noId(region, zone, id)];
}

function isIdOf({ region, availabilityZone, availabilityZoneId: id }: Placement, expected: string, together: boolean) {
  if (id === expected || UNPUBLISHED.has(region)) return true;
  const owner = zonesOf(region).find((zone) => zone.id === id);
  if (!owner) return together;
  const zone = { name: availabilityZone, id: expected };
  return BY_ACCOUNT.has(region) && isLettered(region, owner) && isLettered(region, zone);
}

const NEWER = 'a newer one is taken with its zone and zone id beside it, or for its path alone with only';

/** Of a list of many. */
const SHOWN = 4;

function noRegion(region: string): Issue {
  const all = regionNames();
  const near = nearest(region, all);
  const area = region.slice(0, region.indexOf('-') + 1);
  const alike = all.filter((name) => name.startsWith(area));
  const listed = [...(near === null ? [] : [near]), ...(alike.length > 0 ? alike : all)];
  const shown = [...new Set(listed)].slice(0, SHOWN);
  const list = `${shown.join(', ')} and ${all.length - shown.length} others`;
  return { path: 'region', message: `${region} is no Region: by ${AS_OF} there are ${list}; ${NEWER}.` };
}

function noZone(region: string, zone: string): Issue {
  const message = `${zone} is not a zone of ${region}, which has ${zonesInWords(region, zone)}; ${NEWER}.`;
  return { path: 'availabilityZone', message };
}

/** Availability Zones all, of the others the nearest to the one given, and how many there are. */
function zonesInWords(region: string, given: string): string {
  const zones = zonesOf(region);
  if (zones.length === 0) return `zones such as ${region}a`;
  const lettered = zones.filter((zone) => isLettered(region, zone)).map(({ name }) => name);
  const further = zones.slice(lettered.length).map(({ name }) => name);
  const [first] = further;
  if (first === undefined) return inWords(lettered);
  const example = nearest(given, further) ?? first;
  return `${inWords(lettered)} and ${further.length} Local or Wavelength Zones such as ${example}`;
}

/** `us-west-2a to us-west-2d`, or one by one where letters are left out. */
function inWords(sorted: readonly string[]): string {
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  const isWhole = last.charCodeAt(last.length - 1) - first.charCodeAt(first.length - 1) === sorted.length - 1;
  return isWhole && sorted.length > 2 ? `${first} to ${last}` : sorted.join(', ');
}

function noId(region: string, zone: string, id: string): Issue {
  const message = `${id} is not the id of ${zone}, which is ${idsInWords(region, zone)}; ${NEWER}.`;
  return { path: 'availabilityZoneId', message };
}

function idsInWords(region: string, zone: string): string {
  const expected = zoneIdOf(region, zone);
  if (expected === undefined) return `${shortRegion(region)}-az and a number`;
  if (!BY_ACCOUNT.has(region) || !isLettered(region, { name: zone, id: expected })) return expected;
  const ids = zonesOf(region).filter((one) => isLettered(region, one));
  return `${expected}, or by account any of ${inWords(ids.map((one) => one.id).sort())}`;
}
