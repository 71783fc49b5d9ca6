// What clients may see of events, in words.
import type { AudienceView } from '../../app/contract/events.ts';
import type { ClientView } from '../../app/contract/traffic.ts';

/** `yes, place 1 of 2`. */
export function seesText({ sees, reason }: ClientView['sees']['spot']): string {
  return `${sees ? 'yes' : 'no'}, ${reason}`;
}

/** `2 of 3 clients will see interruptions`: of those that share a number of places only so many do. */
export function manyText(clients: readonly Pick<ClientView, 'sees' | 'places'>[], spot: AudienceView['spot']): string {
  if (spot.rule.kind === 'nobody') return 'No client will see interruptions.';
  const held = clients.filter(({ places }) => places.includes('spot')).length;
  const sees = clients.filter((client) => client.sees.spot.sees).length;
  const count = spot.rule.kind === 'first' ? held + Math.min(clients.length - held, spot.free ?? 0) : sees;
  return `${count} of ${clients.length} ${clients.length === 1 ? 'client' : 'clients'} will see interruptions.`;
}
