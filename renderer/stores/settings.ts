// The application's settings as far as the panel shows them.
import { create } from 'zustand';
import { DEFAULT_SETTINGS, type Settings } from '../../app/settings.ts';
import { call } from '../control/control.ts';

const useSettings = create<Settings>()(() => DEFAULT_SETTINGS);

export async function pullSettings(): Promise<void> {
  const result = await call('settings.get', {});
  if (result.ok) useSettings.setState(result.data);
}

export function useTheme(): Settings['theme'] {
  return useSettings((settings) => settings.theme);
}
