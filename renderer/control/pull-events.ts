// Asks the server for the events and for who gets them.
import { askedForEvents } from '../stores/world.ts';
import { call } from './control.ts';

export async function pullEvents(): Promise<void> {
  const took = askedForEvents();
  const [events, audience] = await Promise.all([call('events.list', {}), call('audience.get', {})]);
  took(events.ok ? events.data.items : null, audience.ok ? audience.data : null);
}
