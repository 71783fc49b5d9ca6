// The settings of a run: read once, healed field by field, saved when they change where there is a file for them.
import { allowsNames } from '../app/allowed-hosts.ts';
import type { Admits } from '../app/ec2/host-rule.ts';
import type { Result } from '../app/result.ts';
import { DEFAULT_SETTINGS } from '../app/settings/defaults.ts';
import { storedSettings } from '../app/settings/stored.ts';
import type { Settings, SettingsPatch } from '../app/settings/schema.ts';
import { createTurns } from './in-turn.ts';
import type { ReadSettings } from './read-settings.ts';
import { notChanged } from './keeping/not-changed.ts';
import { writeJson } from './storage/write-json.ts';

export type KeptSettings = {
  get: () => Settings;
  /** Saves what is given, then takes it over, after whatever was given before. STORAGE_FAILED has changed nothing. */
  patch: (given: SettingsPatch) => Promise<Result<Settings>>;
  /** What they let through beyond the host rule. */
  admits: () => Admits;
};

type Heard = { warn: (text: string) => void; changed: (before: Settings, after: Settings) => Promise<void> };
type Begun = {
  settingsFile?: string;
  readSettings?: ReadSettings;
  where: { host: string | null; port: number };
  /** Without a file: host names allowed to begin with. */
  allowedHosts?: string[];
};

/** Without a file the settings begin as usual, at the place where this run was asked to listen. */
export function keepSettings(begun: Begun, { warn, changed }: Heard): KeptSettings {
  const { settingsFile: file } = begun;
  let current = firstSettings(begun, warn);
  let admits = admitsOf(current);
  const inTurn = createTurns();

  async function become(next: Settings): Promise<Result<Settings>> {
    const saved = file === undefined ? undefined : await writeJson(file, storedSettings(next));
    if (saved && !saved.ok) return notChanged(saved.error);
    const before = current;
    current = next;
    admits = admitsOf(next);
    await changed(before, next);
    return { ok: true, data: next };
  }

  return {
    get: () => current,
    patch: (given) => inTurn(() => become(patched(current, given))),
    admits: () => admits,
  };
}

function patched(current: Settings, patch: SettingsPatch): Settings {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return Object.assign({}, current, Object.fromEntries(given));
}

function admitsOf({ allowedHosts, allowWebPages }: Settings): Admits {
  return { allows: allowsNames(allowedHosts), webPages: allowWebPages };
}

function firstSettings({ settingsFile, readSettings, where, allowedHosts = [] }: Begun, warn: Heard['warn']): Settings {
  if (settingsFile === undefined) return { ...DEFAULT_SETTINGS, ...where, allowedHosts };
  if (!readSettings) throw new Error(`Nothing is there to read ${settingsFile} with.`);
  return readSettings(settingsFile, warn);
}
