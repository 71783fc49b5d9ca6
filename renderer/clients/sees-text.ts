// What a client may see of events, in words.
import type { AudienceView } from '../../app/contract/events.ts';
import { GROUPS, type Group } from '../../app/events/kinds.ts';

/** `all`, `none`, or the groups by name. A place that is free counts: whoever asks gets it. */
export function seesText(address: string, audience: AudienceView): string {
  const seen = GROUPS.filter((group) => sees(address, audience[group]));
  if (seen.length === GROUPS.length) return 'all';
  return seen.length === 0 ? 'none' : `only ${seen.join(', ')}`;
}

function sees(address: string, { rule, holders, free }: AudienceView[Group]): boolean {
  if (rule.kind === 'everyone') return true;
  if (rule.kind === 'only') return rule.clients.includes(address);
  return rule.kind === 'first' && (holders.some(({ client }) => client === address) || (free ?? 0) > 0);
}

/** Whether a client sees the notices of a group, and by what rule: `yes, place 1 of 2`. */
export function ruleText(address: string, { rule, holders, free }: AudienceView[Group]): string {
  if (rule.kind === 'everyone') return 'yes, every client does';
  if (rule.kind === 'nobody') return 'no, no client does';
  if (rule.kind === 'only') return rule.clients.includes(address) ? 'yes, it is named' : 'no, others are named';
  const place = holders.find(({ client }) => client === address)?.place;
  if (place !== undefined) return `yes, place ${place} of ${rule.count}`;
  return free === 0 ? `no, ${rule.count} of ${rule.count} taken` : `yes, ${free} of ${rule.count} free`;
}

/** `2 of 3 clients will see interruptions`. */
export function manyText(addresses: readonly string[], audience: AudienceView): string {
  const { rule, holders, free } = audience.spot;
  if (rule.kind === 'nobody') return 'No client will see interruptions.';
  const held = new Set(holders.map(({ client }) => client));
  const others = addresses.filter((address) => !held.has(address)).length;
  const count =
    rule.kind === 'first'
      ? addresses.length - others + Math.min(others, free ?? 0)
      : addresses.filter((address) => sees(address, audience.spot)).length;
  return `${count} of ${addresses.length} ${addresses.length === 1 ? 'client' : 'clients'} will see interruptions.`;
}
