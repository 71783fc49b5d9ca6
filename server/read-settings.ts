// The settings that a run begins with, read and healed. Loaded by those who have a file of them: what checks them is large.
import { DEFAULT_SETTINGS } from '../app/settings/defaults.ts';
import { healSettings } from '../app/settings/heal.ts';
import type { Settings } from '../app/settings/schema.ts';
import { readJson } from './storage/read-json.ts';

/** `warn` hears one sentence of each thing that could not be used. */
export type ReadSettings = (file: string, warn: (text: string) => void) => Settings;

/** The settings in a file, each field as usual where it can't be used. */
export function readSettings(file: string, warn: (text: string) => void): Settings {
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
