// Who gets notices, in sentences.
import type { AudienceView } from '../../app/contract/events.ts';
import { GROUPS, type Group } from '../../app/events/kinds.ts';

export const GROUP_WORDS: Record<Group, string> = {
  spot: 'Interruption and rebalance',
  maintenance: 'Maintenance',
  lifecycle: 'Lifecycle state',
};

/** True while one rule holds for all three groups. */
export function oneRule(audience: AudienceView): boolean {
  const [first, ...others] = GROUPS.map((group) => ruleKey(audience[group].rule));
  return others.every((other) => other === first);
}

function ruleKey(rule: AudienceView['spot']['rule']): string {
  if (rule.kind === 'first') return `first ${rule.count}`;
  return rule.kind === 'only' ? `only ${[...rule.clients].sort().join(' ')}` : rule.kind;
}

/** `2 of 3 places are taken`, or whom the rule lets see the notices where places are not counted. */
export function placesText({ rule, holders, free }: AudienceView['spot']): string {
  if (rule.kind === 'everyone') return 'Every client sees these notices.';
  if (rule.kind === 'nobody') return 'No client sees these notices.';
  if (rule.kind === 'only')
    return `Only ${rule.clients.join(', ')} ${rule.clients.length === 1 ? 'sees' : 'see'} these notices.`;
  if (holders.length === 0)
    return `The first ${rule.count === 1 ? 'client' : `${rule.count} clients`} to ask for a notice will see these.`;
  const taken = `${holders.length} of ${rule.count} ${rule.count === 1 ? 'place' : 'places'} taken`;
  return free === 0 ? `${taken}; who asks now is too late.` : `${taken}.`;
}
