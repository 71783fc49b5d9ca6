// The log with one client's requests only.
import { setFilter } from '../stores/log/log.ts';
import { go } from '../stores/view.ts';

/** Of one instance where it is named, as it is where there are several. */
export function showInLog(address: string, instance?: string): void {
  setFilter(instance === undefined ? `client:${address}` : `client:${address} instance:${instance}`);
  go('deck');
}
