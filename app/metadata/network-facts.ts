// How edits reach the network interfaces: one of them, all in the same subnet or VPC, their addresses and security groups.
import type { Draft, Found, Parts, Source, Write } from './catalog-entry.ts';
import { linesOf, one } from './catalog-entry.ts';
import type { Facts, NetworkInterface } from './facts.ts';
import { primaryInterface } from './hostnames.ts';
import { HEX, invented } from './invented.ts';

type Association = NetworkInterface['publicIpv4s'][number];
type Group = NetworkInterface['securityGroups'][number];
type Changed = { [Key in keyof NetworkInterface]?: unknown };
type KeyOf<Value> = {
  [Key in keyof NetworkInterface]: NetworkInterface[Key] extends Value ? Key : never;
}[keyof NetworkInterface];

/** Which interface a path is about: that of the MAC address in it, the primary one without. */
export function interfaceAt(facts: Facts, parts: Parts): NetworkInterface | undefined {
  if (parts['mac'] === undefined) return primaryInterface(facts);
  return facts.interfaces.find(({ mac }) => mac === parts['mac']);
}

/** How far a change reaches: to the interface alone, or to all that share its subnet or its VPC. */
export type Reach = 'mac' | 'subnetId' | 'vpcId';

/** A value of each interface, edited where it is. */
export function onInterface(
  read: (given: NetworkInterface, facts: Facts) => string | null | undefined,
  write?: (given: NetworkInterface, value: string, facts: Facts) => Changed,
  reach: Reach = 'mac',
): Source {
  const source: Source = {
    read: (facts) => facts.interfaces.flatMap((given) => found(given, read(given, facts))),
  };
  return write ? { ...source, write: writer(write, reach), clear: fromPreset } : source;
}

/** A value of the primary interface, at the top level. */
export function onPrimary(
  read: (given: NetworkInterface, facts: Facts) => string | null | undefined,
  write?: (given: NetworkInterface, value: string, facts: Facts) => Changed,
): Source {
  const source: Source = { read: (facts) => one(read(primaryInterface(facts), facts)) };
  return write ? { ...source, write: writer(write, 'mac'), clear: fromPreset } : source;
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

function found({ mac }: NetworkInterface, body: string | null | undefined): Found[] {
  return one(body).map((item) => ({ ...item, parts: { mac } }));
}

/** The facts with one interface, and those that share what changed, replaced. */
function writer(write: (given: NetworkInterface, value: string, facts: Facts) => Changed, reach: Reach): Write {
  return (facts, value, parts) => {
    const target = interfaceAt(facts, parts);
    return target && replaced(facts, target, reach, write(target, value, facts));
  };
}

function replaced(facts: Facts, target: NetworkInterface, reach: Reach, changed: Changed): Draft {
  const interfaces = facts.interfaces.map((given) =>
    given[reach] === target[reach] ? { ...given, ...changed } : given,
  );
  return { interfaces };
}

/** The whole interface as the preset has it: for a value that the preset's does not have. */
function fromPreset(facts: Facts, parts: Parts, preset: Facts): Draft | undefined {
  const target = interfaceAt(facts, parts);
  const original = target && preset.interfaces[facts.interfaces.indexOf(target)];
  return original && replaced(facts, target, 'mac', original);
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
  const privateOnes = (publicIp: string) => given.publicIpv4s.filter((one) => one.publicIp === publicIp);
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
  const at = publicIpv4s.findIndex((one) => one.publicIp === publicIp);
  const before = publicIpv4s.slice(0, at < 0 ? publicIpv4s.length : at);
  const after = publicIpv4s.slice(before.length).filter((one) => one.publicIp !== publicIp);
  return { publicIpv4s: [...before, ...added, ...after] };
}

/** Groups of these names: a known name keeps its id, a new one takes the id in its place, an added one gets an id made from it. */
export function withGroupNames({ securityGroups }: NetworkInterface, names: string[], facts: Facts): Changed {
  const known = groupsOf(facts);
  const groups = names.map((name, index): Group => {
    const id = known.find((group) => group.name === name)?.id ?? freed(securityGroups, index, 'name', names)?.id;
    return { id: id ?? `sg-${invented(name, HEX, 17)}`, name };
  });
  return { securityGroups: groups };
}

/** Groups of these ids: a known id keeps its name, a new one takes the name in its place, an added one gets one made from it. */
export function withGroupIds({ securityGroups }: NetworkInterface, ids: string[], facts: Facts): Changed {
  const known = groupsOf(facts);
  const groups = ids.map((id, index): Group => {
    const name = known.find((group) => group.id === id)?.name ?? freed(securityGroups, index, 'id', ids)?.name;
    return { id, name: name ?? `group-${id.slice(-8)}` };
  });
  return { securityGroups: groups };
}

function groupsOf({ interfaces }: Facts): Group[] {
  return interfaces.flatMap(({ securityGroups }) => securityGroups);
}

/** The group in that place, unless it lives on elsewhere in the new list. */
function freed(groups: Group[], index: number, key: keyof Group, kept: string[]): Group | undefined {
  const group = groups[index];
  return group && !kept.includes(group[key]) ? group : undefined;
}
