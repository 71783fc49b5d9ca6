// Which clients get notices: everyone, nobody, the first N that ask, or those named (behaviour.md, Who gets notices).
import { clientAddress } from '../answer/request.ts';
import type { Group } from './kinds.ts';
import type { AudienceRule } from './schema.ts';

export type Audience = Record<Group, AudienceRule>;

/** Who holds a place in one group, in the order in which places were taken: client and since when. */
export type Places = ReadonlyMap<string, number>;

/** True when a client that asks now would get the notices of this group: it holds a place, or one is free. */
export function maySee(rule: AudienceRule, places: Places, client: string | null): boolean {
  switch (rule.kind) {
    case 'everyone':
      return true;
    case 'nobody':
      return false;
    case 'only':
      return client !== null && rule.clients.some((one) => clientAddress(one) === client);
    case 'first':
      return (client !== null && places.has(client)) || places.size < rule.count;
  }
}

/** True when this client's question about a standing notice takes one of the places that are left. */
export function takesPlace(rule: AudienceRule, places: Places, client: string): boolean {
  return rule.kind === 'first' && !places.has(client) && places.size < rule.count;
}

/** True for rules that say the same, which keep each other's places. */
export function isSameRule(one: AudienceRule, other: AudienceRule): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const NOTICE_PATHS: ReadonlyMap<string, Group> = new Map([
  ['meta-data/spot/instance-action', 'spot'],
  ['meta-data/spot/termination-time', 'spot'],
  ['meta-data/events/recommendations/rebalance', 'spot'],
  ['meta-data/events/maintenance/scheduled', 'maintenance'],
  ['meta-data/autoscaling/target-lifecycle-state', 'lifecycle'],
]);

/** The group of which this is a notice's own path, if it is one. */
export function noticeGroup(path: string): Group | undefined {
  return NOTICE_PATHS.get(path);
}
