// The settings that the panel goes by: the server's, and in a browser what was chosen for that browser before them.
import { create } from 'zustand';
import { DEFAULT_SETTINGS } from '../../app/settings/defaults.ts';
import { healSettings } from '../../app/settings/heal.ts';
import type { Settings } from '../../app/settings/schema.ts';
import { keepValue, keptValue } from './kept.ts';
import { holdAtMost } from './log/log.ts';

/** How the panel looks and speaks: in a browser a matter of that browser, in the window kept with all else. */
const APPEARANCE = ['theme', 'density', 'times', 'letters'] as const satisfies (keyof Settings)[];
const KEPT_AS = 'appearance';

const useSettings = create<{ told: Settings; own: Partial<Settings> }>()(() => ({
  told: DEFAULT_SETTINGS,
  own: ownFrom(keptValue(KEPT_AS)),
}));

/** Takes the settings as the server tells them. */
export function tookSettings(told: Settings): void {
  useSettings.setState({ told });
  holdAtMost(told.keptRequests);
}

export function useSetting<N extends keyof Settings>(name: N): Settings[N] {
  return useSettings((store) => settingIn(store, name));
}

export function settingNow<N extends keyof Settings>(name: N): Settings[N] {
  return settingIn(useSettings.getState(), name);
}

function settingIn<N extends keyof Settings>(
  { told, own }: { told: Settings; own: Partial<Settings> },
  name: N,
): Settings[N] {
  return own[name] ?? told[name];
}

/** True for a setting that a browser keeps for itself. */
export function isAppearance(name: keyof Settings): boolean {
  return APPEARANCE.some((known) => known === name);
}

/** Chooses a setting for this browser alone. */
export function keepOwn<N extends keyof Settings>(name: N, value: Settings[N]): void {
  const own = { ...useSettings.getState().own, [name]: value };
  keepValue(KEPT_AS, own);
  useSettings.setState({ own });
}

/** Field by field: what is damaged, or no matter of appearance, is as if it had never been kept. */
export function ownFrom(kept: unknown): Partial<Settings> {
  const { settings, dropped } = healSettings(kept);
  const given: object = typeof kept === 'object' && kept !== null ? kept : {};
  const names = APPEARANCE.filter((name) => name in given && !dropped.includes(name));
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}
