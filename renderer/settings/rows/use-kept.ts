// One setting: its value, how to change it, and how far it is from its default.
import { DEFAULT_SETTINGS } from '../../../app/settings/defaults.ts';
import type { Settings } from '../../../app/settings/schema.ts';
import { changeSetting } from '../../control/change-setting.ts';
import { useSetting } from '../../stores/settings.ts';

export type Kept<T> = { value: T; set: (value: T) => void; reset: () => void; changed: boolean };

export function useKept<N extends keyof Settings>(name: N): Kept<Settings[N]> {
  const value = useSetting(name);
  const usual = DEFAULT_SETTINGS[name];
  return {
    value,
    set: (next) => void changeSetting(name, next),
    reset: () => void changeSetting(name, usual),
    changed: JSON.stringify(value) !== JSON.stringify(usual),
  };
}
