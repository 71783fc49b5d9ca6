// Lists of security groups: edited by name or by id, where each name belongs to one id.
import type { Draft, Parts, Source } from '../catalog/entry.ts';
import { linesOf } from '../catalog/entry.ts';
import type { Facts, NetworkInterface } from './facts.ts';
import { HEX, invented } from './invented.ts';
import { interfaceAt, joined, type Reading, withChanged } from './network-facts.ts';

type Group = NetworkInterface['securityGroups'][number];
type GroupsAt = (read: Reading) => Source;
type Making = (value: string) => Group;

/** Names: a known one keeps its id, a new one takes the id at its position, an added one gets an id made from it. */
export function groupNames(groupsAt: GroupsAt): Source {
  return groupList(groupsAt, 'name', (name) => ({ id: `sg-${invented(name, HEX, 17)}`, name }));
}

/** Ids: a known one keeps its name, a new one takes the name at its position, an added one gets a name made from it. */
export function groupIds(groupsAt: GroupsAt): Source {
  return groupList(groupsAt, 'id', (id) => ({ id, name: `group-${id.slice(-8)}` }));
}

function groupList(groupsAt: GroupsAt, key: keyof Group, make: Making): Source {
  return {
    ...groupsAt(({ securityGroups }) => joined(securityGroups.map((group) => group[key]))),
    write: (facts, value, parts) => {
      const target = interfaceAt(facts, parts);
      return target && withGroups(facts, target, regrouped(facts, target, key, linesOf(value), make));
    },
    reset: fromPreset,
  };
}

function fromPreset(facts: Facts, parts: Parts, preset: Facts): Draft | undefined {
  const target = interfaceAt(facts, parts);
  const original = target && preset.interfaces[facts.interfaces.indexOf(target)];
  return original && withChanged(facts, target, { securityGroups: original.securityGroups });
}

function regrouped(
  { interfaces }: Facts,
  { securityGroups }: NetworkInterface,
  key: keyof Group,
  values: string[],
  make: Making,
): Group[] {
  const known = interfaces.flatMap((given) => given.securityGroups);
  return values.map((value, index) => {
    const inPlace = securityGroups[index];
    const isFree = inPlace && !values.includes(inPlace[key]);
    return known.find((group) => group[key] === value) ?? (isFree ? { ...inPlace, [key]: value } : make(value));
  });
}

/** A group that gets another name, or another id, gets it on every interface. */
function withGroups(facts: Facts, target: NetworkInterface, groups: Group[]): Draft {
  const renamed = (group: Group): Group => {
    const after = groups[target.securityGroups.findIndex(({ id }) => id === group.id)];
    return after && (after.id === group.id || after.name === group.name) ? after : group;
  };
  const interfaces = facts.interfaces.map((given) => ({
    ...given,
    securityGroups: given === target ? groups : given.securityGroups.map(renamed),
  }));
  return { interfaces };
}
