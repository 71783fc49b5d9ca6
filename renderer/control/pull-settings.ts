// Asks the server for the settings.
import { tookSettings } from '../stores/settings.ts';
import { call } from './control.ts';

export async function pullSettings(): Promise<void> {
  const result = await call('settings.get', {});
  if (result.ok) tookSettings(result.data);
}
