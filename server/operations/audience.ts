// Operations on who gets notices: rules, and places given and freed; each is a step that can be undone.
import { clientAddress } from '../../app/answer/request.ts';
import type { Output, Parsed } from '../../app/contract/contract.ts';
import { isSameRule } from '../../app/events/audience.ts';
import { type Group, GROUPS } from '../../app/events/kinds.ts';
import { keptPlaces, nextToYield } from '../../app/traffic/places.ts';
import { givePlace } from '../../app/traffic/record.ts';
import { groupsHeld, placesOf } from '../../app/traffic/traffic.ts';
import { done, failed, type Result } from '../../app/result.ts';
import { audienceView } from '../../app/views/event-view.ts';
import type { Instance } from '../../app/world/world.ts';
import { freeGroups, note, placesAgain } from '../history/change-world.ts';
import { type Caller, type Context, edit, pick } from './context.ts';

/** What of a run these work on. */
type Used = Pick<Context, 'history' | 'now' | 'traffic' | 'world'>;

export const audienceHandlers = {
  'audience.get': ({ context }: Caller<Used>, input: Parsed<'audience.get'>) => audience(context, input.instance),
  'audience.set': ({ context }: Caller<Used>, input: Parsed<'audience.set'>) => {
    const { instance: name, group, ...rule } = input;
    const changed = edit(context, name, 'changed who gets notices', (instance) => {
      const others = groupsOf(group).filter((one) => !isSameRule(instance.audience[one], rule));
      const rules = { ...instance.audience };
      for (const one of others) rules[one] = rule;
      return done({ instance: others.length === 0 ? instance : { ...instance, audience: rules } });
    });
    return changed.ok ? audience(context, name) : changed;
  },
  'audience.free': ({ context }: Caller<Used>, input: Parsed<'audience.free'>) => {
    const picked = pick(context, input.instance);
    if (!picked.ok) return picked;
    const { name } = picked.data;
    const groups = groupsOf(input.group).filter((group) => isAnythingKept(context, name, group));
    if (groups.length > 0) note(context, 'freed the places', freeGroups(context, name, groups), name);
    return audience(context, input.instance);
  },
  'audience.give': ({ context }: Caller<Used>, input: Parsed<'audience.give'>) => {
    const picked = pick(context, input.instance);
    if (!picked.ok) return picked;
    const { audience: rules } = picked.data;
    const counted = groupsOf(input.group).filter((group) => rules[group].kind === 'first');
    if (counted.length === 0)
      return failed('CONFLICT', 'Places are counted only where the first N clients get notices; set that rule first.');
    give(context, picked.data, counted, clientAddress(input.client));
    return audience(context, input.instance);
  },
};

function isAnythingKept({ traffic }: Used, name: string, group: Group): boolean {
  const { holders, late } = placesOf(traffic.traffic, name);
  return holders[group].size > 0 || late[group].size > 0;
}

/** A place in each of these groups where it has none yet, as one step. */
function give(context: Used, instance: Instance, groups: Group[], client: string): void {
  const { traffic, touch } = context.traffic;
  const { name } = instance;
  const held = groupsHeld(traffic, { instance: name, address: client });
  const without = groups.filter((group) => !held.includes(group));
  if (without.length === 0) return;
  const before = without.map((group) => keptPlaces(traffic, name, group));
  const yielding = without.map((group) => giveOne(context, instance, group, client));
  touch();
  note(context, titleOf(client, yielding), placesAgain(context, before), name);
}

/** Answers whose place it was, if it was somebody's. */
function giveOne({ traffic, now }: Used, instance: Instance, group: Group, client: string): string | undefined {
  const rule = instance.audience[group];
  if (rule.kind !== 'first') return undefined;
  const from = nextToYield(traffic.traffic, instance, group);
  givePlace(traffic.traffic, { instance: instance.name, group, client, limit: rule.count }, from, now());
  return from;
}

/** `gave 10.0.0.9 the place of 10.0.0.3` */
function titleOf(client: string, yielding: (string | undefined)[]): string {
  const from = [...new Set(yielding.filter((one) => one !== undefined))];
  return `gave ${client} ${from.length === 0 ? 'a place' : `the place of ${from.join(' and ')}`}`;
}

function groupsOf(group: Group | undefined): readonly Group[] {
  return group === undefined ? GROUPS : [group];
}

function audience(context: Used, name: string | undefined): Result<Output<'audience.get'>> {
  const picked = pick(context, name);
  return picked.ok ? done(audienceView(picked.data, context.traffic.traffic)) : picked;
}
