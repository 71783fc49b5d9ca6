// Addresses and CIDR blocks as numbers: what lies in what.

type Address = { bits: 32 | 128; value: bigint };
export type Block = { bits: 32 | 128; first: bigint; last: bigint; length: number };

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

/** The 16-bit groups of one side of `::`; an IPv4 address at the end counts as two. */
function groupsOf(side: string): bigint[] | undefined {
  if (side === '') return [];
  const groups: bigint[] = [];
  for (const part of side.split(':')) {
    const mapped = part.includes('.') ? parseIpv4(part) : undefined;
    if (mapped !== undefined) groups.push(mapped >> 16n, mapped & 0xffffn);
    else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return groups;
}

function parseIpv6(text: string): bigint | undefined {
  const [left = '', right, ...more] = text.split('::');
  const before = groupsOf(left);
  const after = groupsOf(right ?? '');
  if (!before || !after || more.length > 0) return undefined;
  const gap = 8 - before.length - after.length;
  if (right === undefined ? gap !== 0 : gap < 0) return undefined;
  const groups = [...before, ...Array.from({ length: gap }, () => 0n), ...after];
  return groups.reduce((sum, group) => sum * 65_536n + group, 0n);
}

function parseAddress(text: string): Address | undefined {
  const bits = text.includes(':') ? 128 : 32;
  const value = bits === 128 ? parseIpv6(text) : parseIpv4(text);
  return value === undefined ? undefined : { bits, value };
}

/** Undefined for what is no block: an address, a slash and a length. */
export function parseBlock(cidr: string): Block | undefined {
  const [base = '', length = '', ...more] = cidr.split('/');
  const address = parseAddress(base);
  if (!address || more.length > 0 || !/^\d{1,3}$/.test(length) || Number(length) > address.bits) return undefined;
  const size = 1n << BigInt(address.bits - Number(length));
  const first = address.value - (address.value % size);
  return { bits: address.bits, first, last: first + size - 1n, length: Number(length) };
}

function formatIpv4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
}

/** Groups in hexadecimal without leading zeros, nothing left out. */
function formatIpv6(value: bigint): string {
  return Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16)).join(
    ':',
  );
}

/** As RFC 5952 has it: lower case, the longest run of zero groups left out, IPv4-mapped addresses with dots. */
function formatShortest(value: bigint): string {
  if (value >> 32n === 0xffffn) return `::ffff:${formatIpv4(value & 0xffff_ffffn)}`;
  const groups = formatIpv6(value);
  const runs = groups.match(/(?<![^:])0(:0)+(?![^:])/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest === '') return groups;
  const at = longest === groups ? 0 : indexOfRun(groups, longest);
  return `${groups.slice(0, at).replace(/:$/, '')}::${groups.slice(at + longest.length).replace(/^:/, '')}`;
}

/** Where a run of whole groups begins; `0:0` is not found in `10:0`. */
function indexOfRun(groups: string, run: string): number {
  return groups.startsWith(run) ? 0 : groups.indexOf(`:${run}`) + 1;
}

function format(bits: 32 | 128, value: bigint): string {
  return bits === 32 ? formatIpv4(value) : formatIpv6(value);
}

/** One spelling for each address, so that two spellings of the same address are equal; what is no address stays as it is. */
export function canonical(address: string): string {
  const parsed = parseAddress(address);
  return parsed ? format(parsed.bits, parsed.value) : address;
}

/** An IPv6 address as RFC 5952 writes it, however it was typed; what is none stays as it is. */
export function shortestIpv6(address: string): string {
  const value = parseIpv6(address);
  return value === undefined ? address : formatShortest(value);
}

/** The same of a block of IPv6. */
export function shortestCidrv6(cidr: string): string {
  return withLength(cidr, shortestIpv6);
}

/** A block of IPv6 in lower case with all its groups; what is none stays as it is. */
export function longCidrv6(cidr: string): string {
  return withLength(cidr, canonical);
}

function withLength(cidr: string, write: (address: string) => string): string {
  const [address = '', ...length] = cidr.split('/');
  return [write(address), ...length].join('/');
}

/** True when the address, or the whole of the block, lies in `cidr`. */
export function liesIn(inner: string, cidr: string): boolean {
  const outer = parseBlock(cidr);
  const given = parseBlock(inner.includes('/') ? inner : `${inner}/${inner.includes(':') ? 128 : 32}`);
  if (!outer || !given || outer.bits !== given.bits) return false;
  return given.first >= outer.first && given.last <= outer.last;
}

/** The block as it is properly written, when `cidr` has bits set beyond its length: `10.0.0.0/20` for `10.0.12.0/20`. */
export function properBlock(cidr: string): string | undefined {
  const block = parseBlock(cidr);
  const base = parseAddress(cidr.split('/')[0] ?? '');
  if (!block || !base || base.value === block.first) return undefined;
  return `${format(block.bits, block.first)}/${block.length}`;
}

/** First and last address of a block, and one that a host in it may have. */
export function rangeOf(cidr: string): { first: string; last: string; example: string } {
  const block = parseBlock(cidr);
  if (!block) return { first: cidr, last: cidr, example: cidr };
  const host = block.first + 10n <= block.last ? block.first + 10n : block.last;
  return {
    first: format(block.bits, block.first),
    last: format(block.bits, block.last),
    example: format(block.bits, host),
  };
}
