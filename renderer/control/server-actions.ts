// Starting and stopping the data plane, from the status pill, the strip below the header or a key.
import type { Input } from '../../app/contract/contract.ts';
import { tookStatus } from '../stores/status.ts';
import { act } from './control.ts';
import { pullStatus } from './pull-status.ts';

export async function startServer(where: Input<'server.start'> = {}): Promise<void> {
  await takeStatus('server.start', where);
}

export async function restartServer(where: Input<'server.restart'> = {}): Promise<void> {
  await takeStatus('server.restart', where);
}

export async function stopServer(): Promise<void> {
  await takeStatus('server.stop', {});
}

/** The answer says how it went; why it did not is in a toast, and in the strip below the header for as long as it lasts. */
async function takeStatus(
  name: 'server.start' | 'server.restart' | 'server.stop',
  where: Input<'server.start'>,
): Promise<void> {
  const sentAt = Date.now();
  const status = await (name === 'server.stop' ? act(name, {}) : act(name, where));
  if (status === null) await pullStatus();
  else tookStatus(status, sentAt);
}
