// Changes one setting: at the server, or in this browser where the setting is a matter of the browser.
import type { Settings } from '../../app/settings/schema.ts';
import { isAppearance, keepOwn, tookSettings } from '../stores/settings.ts';
import { windowBridge } from './carrier/bridge.ts';
import { act } from './control.ts';

/** Changes one setting at once. False when the server refused it; why is in a toast. */
export async function changeSetting<N extends keyof Settings>(name: N, value: Settings[N]): Promise<boolean> {
  if (windowBridge() === null && isAppearance(name)) {
    keepOwn(name, value);
    return true;
  }
  const told = await act('settings.patch', { [name]: value });
  if (told !== null) tookSettings(told);
  return told !== null;
}
