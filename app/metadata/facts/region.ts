// What follows from a region: its zones and their ids, its partition and its domain.

/** Words of a region's name that are not shortened to their first letter. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['northeast', 'ne'],
  ['northwest', 'nw'],
  ['southeast', 'se'],
  ['southwest', 'sw'],
  ['isob', 'ib'],
  ['isoe', 'ie'],
  ['isof', 'if'],
]);

/**
 * AWS gives each account its own letters; Metadeck's are the same everywhere, so that zone ids can be told from names.
 * us-east-1a is use1-az4, as in many accounts.
 */
const ZONE_NUMBERS: Record<string, number> = { a: 4, b: 6, c: 1, d: 2, e: 3, f: 5 };

type Partition = { name: string; domain: string };

const COMMERCIAL: Partition = { name: 'aws', domain: 'amazonaws.com' };

/** By the beginning of the region's name. */
const PARTITIONS: [prefix: string, partition: Partition][] = [
  ['cn-', { name: 'aws-cn', domain: 'amazonaws.com.cn' }],
  ['us-gov-', { name: 'aws-us-gov', domain: 'amazonaws.com' }],
  ['us-iso-', { name: 'aws-iso', domain: 'c2s.ic.gov' }],
  ['us-isob-', { name: 'aws-iso-b', domain: 'sc2s.sgov.gov' }],
  ['eu-isoe-', { name: 'aws-iso-e', domain: 'cloud.adc-e.uk' }],
  ['us-isof-', { name: 'aws-iso-f', domain: 'csp.hci.ic.gov' }],
];

/** Partition name and DNS domain (imds.md 1.3, services). */
export function partitionOf(region: string): Partition {
  return PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? COMMERCIAL;
}

/** `use1` for us-east-1, `apse2` for ap-southeast-2: how zone ids begin. */
export function shortRegion(region: string): string {
  const [area = '', ...words] = region.split('-');
  return area + words.map((word) => SHORT.get(word) ?? word.charAt(0)).join('');
}

/** What a zone's name has after its region: the letter, or `-lax-1` and the letter in a Local Zone. */
function zoneSuffix(region: string, zone: string): { local: string | undefined; letter: string } | undefined {
  if (!zone.startsWith(region)) return undefined;
  const match = /^(?:-([a-z]{3}-\d))?([a-z])$/.exec(zone.slice(region.length));
  if (!match?.[2] || ZONE_NUMBERS[match[2]] === undefined) return undefined;
  return { local: match[1], letter: match[2] };
}

/** True when a zone of that name can be in the region: the region and a letter from a to f, or a Local Zone of it. */
export function isZoneOf(region: string, zone: string): boolean {
  return zoneSuffix(region, zone) !== undefined;
}

/** The id of a zone: `use1-az4`, or `usw2-lax1-az1` for a Local Zone; undefined when the zone is not in the region. */
export function zoneIdOf(region: string, zone: string): string | undefined {
  const suffix = zoneSuffix(region, zone);
  if (!suffix) return undefined;
  const { local, letter } = suffix;
  if (local === undefined) return `${shortRegion(region)}-az${ZONE_NUMBERS[letter]}`;
  return `${shortRegion(region)}-${local.replace('-', '')}-az${letter.charCodeAt(0) - 96}`;
}

/** The zone with the same letter in another region; the first one where there is no such letter. */
export function zoneMovedTo(region: string, zone: string): string {
  const letter = zone.slice(-1);
  return region + (ZONE_NUMBERS[letter] === undefined ? 'a' : letter);
}
