// Settings as they are written to their file.
import type { Settings } from './schema.ts';

const SETTINGS_VERSION = 1;

/** What is written to the file of settings. */
export function storedSettings(current: Settings): Settings & { version: number } {
  return { version: SETTINGS_VERSION, ...current };
}
