// What follows from a Region: its zones and their ids, its partition and its domain (imds.md 1.3, placement and services; 8).
import { type Partition, PARTITIONS } from './table.ts';

/** `us-east-1a` and `use1-az4`. */
export type Zone = { name: string; id: string };

/** Words of a Region's name that are not shortened to their first letter in zone ids. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['northeast', 'ne'],
  ['northwest', 'nw'],
  ['southeast', 'se'],
  ['southwest', 'sw'],
  ['isob', 'ib'],
  ['isoe', 'ie'],
  ['isof', 'if'],
]);

/** Partition and DNS domain, by the name of the Region, known or not. */
export function partitionOf(region: string): Pick<Partition, 'name' | 'domain'> {
  const [commercial] = PARTITIONS;
  return PARTITIONS.find(({ prefixes }) => prefixes.some((prefix) => region.startsWith(prefix))) ?? commercial;
}

/** Every known Region, partition by partition. */
export function regionNames(): string[] {
  return PARTITIONS.flatMap(({ regions }) => Object.keys(regions));
}

/** `use1` for us-east-1, `apse2` for ap-southeast-2: how zone ids begin. */
export function shortRegion(region: string): string {
  const [area = '', ...rest] = region.split('-');
  return area + rest.map((word) => SHORT.get(word) ?? word.charAt(0)).join('');
}

/** Each made once, when it is asked for. */
const made = new Map<string, readonly Zone[]>();

/** The zones of a Region: Availability Zones, then Local Zones, then Wavelength Zones; none where the Region is not known. */
export function zonesOf(region: string): readonly Zone[] {
  const row = rowOf(region);
  if (row === undefined) return [];
  const zones = made.get(region) ?? zonesIn(region, row);
  made.set(region, zones);
  return zones;
}

function rowOf(region: string): string | undefined {
  for (const { regions } of PARTITIONS) if (Object.hasOwn(regions, region)) return regions[region];
  return undefined;
}

function zonesIn(region: string, row: string): Zone[] {
  const [lettered = '', further = ''] = row.split(' | ');
  const short = shortRegion(region);
  return [
    ...words(lettered).map((one) => ({ name: region + one.charAt(0), id: `${short}-az${one.slice(1)}` })),
    ...words(further).map((one) => ({ name: `${region}-${one}`, id: `${short}-${placeId(one)}` })),
  ];
}

function words(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

/** `lax1-az2` for the Local Zone lax-1b, `wl1-bos-wlz1` for the Wavelength Zone wl1-bos-wlz-1. */
function placeId(suffix: string): string {
  const local = /^([a-z]{3})-(\d)([a-z])$/.exec(suffix);
  if (!local) return suffix.replace(/-(\d)$/, '$1');
  const [, place, group, letter = 'a'] = local;
  return `${place}${group}-az${letter.charCodeAt(0) - 96}`;
}

/** True for an Availability Zone: the Region and a letter. */
export function isLettered(region: string, { name }: Zone): boolean {
  return name.length === region.length + 1;
}

/** The id of a zone; undefined when the Region has no such zone. */
export function zoneIdOf(region: string, zone: string): string | undefined {
  return zonesOf(region).find(({ name }) => name === zone)?.id;
}

/** The zone with the same letter in another Region; its first one where there is no such letter, the letter a in one not known. */
export function zoneMovedTo(region: string, zone: string): string {
  const zones = zonesOf(region);
  const same = zones.find(({ name }) => name === region + zone.slice(-1));
  return (same ?? zones[0])?.name ?? `${region}a`;
}
