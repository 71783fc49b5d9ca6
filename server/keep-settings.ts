// The settings of a run: read once, healed field by field, saved when they change where there is a file for them.
import type { Admits } from '../app/ec2/host-rule.ts';
import type { Result } from '../app/result.ts';
import { DEFAULT_SETTINGS } from '../app/settings/defaults.ts';
import { healSettings, storedSettings } from '../app/settings/heal.ts';
import type { Settings } from '../app/settings/schema.ts';
import { readJson, writeJson } from './storage.ts';

export type KeptSettings = {
  get: () => Settings;
  /** Takes them over at once; an error only when they could not be saved. */
  set: (next: Settings) => Promise<Result<Settings>>;
  /** What they let through beyond the host rule. */
  admits: () => Admits;
};

type Heard = { warn: (text: string) => void; changed: (before: Settings, after: Settings) => Promise<void> };
type Begun = { settingsFile?: string; where: { host: string | null; port: number } };

/** Without a file the settings begin as usual, at the place where this run was asked to listen. */
export function keepSettings({ settingsFile: file, where }: Begun, { warn, changed }: Heard): KeptSettings {
  let current = file === undefined ? { ...DEFAULT_SETTINGS, ...where } : settingsIn(file, warn);
  let admits = admitsOf(current);
  return {
    get: () => current,
    async set(next) {
      const before = current;
      current = next;
      admits = admitsOf(next);
      await changed(before, next);
      const saved = file === undefined ? undefined : await writeJson(file, storedSettings(next));
      return saved && !saved.ok ? saved : { ok: true, data: next };
    },
    admits: () => admits,
  };
}

function admitsOf({ allowedHosts, allowWebPages }: Settings): Admits {
  return { hosts: allowedHosts, webPages: allowWebPages };
}

function settingsIn(file: string, warn: (text: string) => void): Settings {
  const stored = readJson(file);
  if (stored.kind === 'none') return DEFAULT_SETTINGS;
  if (stored.kind !== 'value') {
    warn(`${stored.reason} Metadeck goes on with its default settings.`);
    return DEFAULT_SETTINGS;
  }
  const { settings, dropped } = healSettings(stored.value);
  if (dropped.length > 0) warn(`These settings in ${file} were not valid and are as usual: ${dropped.join(', ')}.`);
  return settings;
}
