// The log with one client's requests only.
import { setFilter } from '../stores/log/log.ts';
import { go } from '../stores/view.ts';

export function showInLog(address: string): void {
  setFilter(`client:${address}`);
  go('deck');
}
