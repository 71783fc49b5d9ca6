// What a client is known by on this screen: an address that asked several instances is a client of each.
import type { ClientView } from '../../app/contract/traffic.ts';
import { keyIn } from '../../app/traffic/key-in.ts';

export function keyOf({ instance, address }: Pick<ClientView, 'instance' | 'address'>): string {
  return keyIn(instance, address);
}

/** The client that a link leads to, by its key or by its address alone; null where there is none. */
export function clientOf(clients: readonly ClientView[], subject: string | null): ClientView | null {
  const found = clients.find((one) => keyOf(one) === subject) ?? clients.find(({ address }) => address === subject);
  return found ?? null;
}

/** True where clients of more than one instance are listed, so that each has to say which it asks. */
export function areOfSeveral(clients: readonly ClientView[]): boolean {
  return clients.some(({ instance }) => instance !== clients[0]?.instance);
}
