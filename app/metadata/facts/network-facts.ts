// How edits reach the network interfaces: one of them, all in the same subnet or VPC, their addresses and security groups.
import type { Draft, PresentValue, Parts, Source } from '../catalog/entry.ts';
import { linesOf, single } from '../catalog/entry.ts';
import type { Facts, NetworkInterface } from './facts.ts';
import { primaryInterface } from './hostnames.ts';

type Association = NetworkInterface['publicIpv4s'][number];
export type Changed = { [Key in keyof NetworkInterface]?: unknown };
type KeyOf<Value> = {
  [Key in keyof NetworkInterface]: NetworkInterface[Key] extends Value ? Key : never;
}[keyof NetworkInterface];

/** Which interface a path is about: that of the MAC address in it, the primary one without. */
export function interfaceAt(facts: Facts, parts: Parts): NetworkInterface | undefined {
  if (parts['mac'] === undefined) return primaryInterface(facts);
  return facts.interfaces.find(({ mac }) => mac === parts['mac']);
}

/** What an interface has there, if anything. */
export type Reading = (given: NetworkInterface, facts: Facts) => string | null | undefined;
/** What an edit changes in an interface. */
export type Writing = (given: NetworkInterface, value: string, facts: Facts) => Changed;
/** How far a change reaches: to the interface alone, or to all that share its subnet or its VPC. */
export type Reach = 'mac' | 'subnetId' | 'vpcId';

/** A value of each interface, edited where it is. */
export function onInterface(read: Reading, write?: Writing, reach: Reach = 'mac'): Source {
  const source: Source = {
    read: (facts) => facts.interfaces.flatMap((given) => found(given, read(given, facts))),
  };
  return write ? { ...source, ...edits(read, write, reach) } : source;
}

/** A value of the primary interface, at the top level. */
export function onPrimary(read: Reading, write?: Writing): Source {
  const source: Source = { read: (facts) => single(read(primaryInterface(facts), facts)) };
  return write ? { ...source, ...edits(read, write, 'mac') } : source;
}

/** Lines of text, one for each item of a list. */
export function listOnInterface(key: KeyOf<string[]>, reach: Reach = 'mac'): Source {
  return onInterface(
    (given) => joined(given[key]),
    (_given, value) => ({ [key]: linesOf(value) }),
    reach,
  );
}

/** A text of each interface. */
export function textOnInterface(key: KeyOf<string>, reach: Reach = 'mac'): Source {
  return onInterface(
    (given) => given[key],
    (_given, value) => ({ [key]: value }),
    reach,
  );
}

function found({ mac }: NetworkInterface, body: string | null | undefined): PresentValue[] {
  return single(body).map((item) => ({ ...item, parts: { mac } }));
}

/** A reset writes what the preset's interface in the same place has; where that has nothing, it brings back the whole interface. */
function edits(read: Reading, write: Writing, reach: Reach): Source {
  return {
    write: (facts, value, parts) => {
      const target = interfaceAt(facts, parts);
      return target && withChanged(facts, target, write(target, value, facts), reach);
    },
    reset: (facts, parts, preset) => {
      const target = interfaceAt(facts, parts);
      const original = target && preset.interfaces[facts.interfaces.indexOf(target)];
      if (!original) return undefined;
      const value = read(original, preset);
      const changed = typeof value === 'string' ? write(target, value, facts) : original;
      return withChanged(facts, target, changed, reach);
    },
  };
}

/** The facts with one interface changed, and likewise those that share its subnet or VPC where the change reaches these. */
export function withChanged(facts: Facts, target: NetworkInterface, changed: Changed, reach: Reach = 'mac'): Draft {
  const isReached = (given: NetworkInterface) => given[reach] === target[reach];
  return { interfaces: facts.interfaces.map((given) => (isReached(given) ? { ...given, ...changed } : given)) };
}

/** LF-joined; null for none. */
export function joined(items: readonly string[]): string | null {
  return items.length > 0 ? items.join('\n') : null;
}

function withoutRepeats(items: readonly string[]): string[] {
  return [...new Set(items)];
}

/** New private addresses; each public one stays with its private one, or follows it to the address now in its place. */
export function withPrivateIpv4s(given: NetworkInterface, addresses: string[]): Changed {
  const moved = (address: string) =>
    addresses.includes(address) ? address : addresses[given.privateIpv4s.indexOf(address)];
  const publicIpv4s = given.publicIpv4s.flatMap(({ publicIp, privateIp }): Association[] => {
    const target = moved(privateIp);
    return target === undefined ? [] : [{ publicIp, privateIp: target }];
  });
  return { privateIpv4s: addresses, publicIpv4s };
}

export function publicAddresses({ publicIpv4s }: NetworkInterface): string[] {
  return withoutRepeats(publicIpv4s.map(({ publicIp }) => publicIp));
}

/** New public addresses: a known one keeps its private one, another takes over from the one in its place. */
export function withPublicIpv4s(given: NetworkInterface, addresses: string[]): Changed {
  const before = publicAddresses(given);
  const privateOnes = (publicIp: string) => given.publicIpv4s.filter((known) => known.publicIp === publicIp);
  const publicIpv4s = addresses.flatMap((publicIp, index) => {
    const source = before.includes(publicIp) ? publicIp : (before[index] ?? '');
    const known = privateOnes(source).map(({ privateIp }) => ({ publicIp, privateIp }));
    return known.length > 0 ? known : [{ publicIp, privateIp: given.privateIpv4s[index] ?? given.privateIpv4s[0] }];
  });
  return { publicIpv4s };
}

/** The private addresses of one public address replaced. */
export function withAssociation({ publicIpv4s }: NetworkInterface, publicIp: string, addresses: string[]): Changed {
  const added = addresses.map((privateIp) => ({ publicIp, privateIp }));
  const at = publicIpv4s.findIndex((known) => known.publicIp === publicIp);
  const before = publicIpv4s.slice(0, at < 0 ? publicIpv4s.length : at);
  const after = publicIpv4s.slice(before.length).filter((known) => known.publicIp !== publicIp);
  return { publicIpv4s: [...before, ...added, ...after] };
}
