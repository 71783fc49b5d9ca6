// The files that a run begins with, read and checked. Loaded by those who have any: what checks them is large.
import { DEFAULT_SETTINGS } from '../app/settings/defaults.ts';
import { healSettings } from '../app/settings/heal.ts';
import type { Settings } from '../app/settings/schema.ts';
import type { World } from '../app/world/world.ts';
import { newerVersion, readSavedWorld, savedByNewer } from '../app/world/migrate.ts';
import { moveAside, peekJson, readJson } from './storage.ts';

export type Readers = {
  /** `now` in milliseconds since 1970. */
  world: (file: string, now: number) => OpenedWorld;
  /** `warn` hears one sentence of each thing that could not be used. */
  settings: (file: string, warn: (text: string) => void) => Settings;
};

export type OpenedWorld = {
  world?: World;
  problem?: string;
  mayBeSaved: boolean;
};

const GOES_ON = 'Metadeck goes on with its defaults';

/** The world in a file, or why it can't be used; one that is damaged is moved aside. */
function openWorld(file: string, now: number): OpenedWorld {
  const stored = readJson(file, new Date(now));
  switch (stored.kind) {
    case 'none':
      return { mayBeSaved: true };
    case 'unreadable':
      return { problem: `${stored.reason} ${GOES_ON} and saves nothing.`, mayBeSaved: false };
    case 'damaged':
      return aside(file, stored.movedTo, stored.reason);
    case 'value':
      return checked(file, stored.value, now);
  }
}

function checked(file: string, value: unknown, now: number): OpenedWorld {
  const newer = newerVersion(value);
  if (newer !== undefined) {
    return { problem: `${leftAlone(file, newer)} ${GOES_ON} and saves nothing.`, mayBeSaved: false };
  }
  const read = readSavedWorld(value);
  if (read.ok) return { world: read.data, mayBeSaved: true };
  return aside(file, moveAside(file, new Date(now)), `${file} holds no valid world: ${read.error.message}`);
}

/** What to say of a file whose world a newer Metadeck saved; undefined for any other, which stays as it is. */
export function newerWorld(file: string): string | undefined {
  const newer = newerVersion(peekJson(file));
  return newer === undefined ? undefined : leftAlone(file, newer);
}

function leftAlone(file: string, version: number): string {
  return `${file} ${savedByNewer(version)}, so it was left as it is.`;
}

/** A file that could not be moved stays where it is, whole. */
function aside(file: string, movedTo: string, reason: string): OpenedWorld {
  if (movedTo === file) {
    return { problem: `${reason} It could not be moved aside. ${GOES_ON} and saves nothing.`, mayBeSaved: false };
  }
  return { problem: `${reason} It was moved to ${movedTo}. ${GOES_ON}.`, mayBeSaved: true };
}

/** The settings in a file, each field as usual where it can't be used. */
function readSettings(file: string, warn: (text: string) => void): Settings {
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

export const READERS: Readers = { world: openWorld, settings: readSettings };
