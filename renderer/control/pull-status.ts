// Asks the server about itself.
import { tookStatus } from '../stores/status.ts';
import { call } from './control.ts';
import { logBeginsAt } from './pull-log.ts';

export async function pullStatus(): Promise<void> {
  const sentAt = Date.now();
  const result = await call('status.get', {});
  if (!result.ok) return;
  tookStatus(result.data, sentAt);
  await logBeginsAt(result.data.counts.first);
}
