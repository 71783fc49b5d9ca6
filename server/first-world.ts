// The world that a run begins with: the saved one, or the preset's; a damaged file is moved aside and said.
import { completePast } from '../app/events/finish.ts';
import type { PresetName } from '../app/metadata/preset-names.ts';
import { presetInstance } from '../app/metadata/presets.ts';
import type { World } from '../app/world.ts';
import { readWorld } from '../app/world-check.ts';
import { moveAside, readJson } from './storage.ts';

type Wanted = { preset: PresetName; httpTokens?: 'optional' | 'required'; worldFile?: string };

/** `warn` hears one sentence when a file could not be used; nobody's file is lost. */
export function firstWorld(wanted: Wanted, now: number, warn: (text: string) => void): World {
  const saved = wanted.worldFile === undefined ? undefined : savedWorld(wanted.worldFile, now, warn);
  const opened = saved && { ...saved, instances: saved.instances.map((instance) => completePast(instance, now)) };
  return withTokens(opened ?? presetWorld(wanted.preset, now), wanted.httpTokens);
}

function presetWorld(preset: PresetName, now: number): World {
  return { version: 1, instances: [presetInstance(preset, now)], routing: [] };
}

const GOES_ON = 'Metadeck goes on with its defaults.';

function savedWorld(file: string, now: number, warn: (text: string) => void): World | undefined {
  const stored = readJson(file, new Date(now));
  if (stored.kind === 'value') return checked(file, stored.value, now, warn);
  if (stored.kind === 'unreadable') warn(`${stored.reason} ${GOES_ON}`);
  if (stored.kind === 'damaged') warn(`${stored.reason} It was moved to ${stored.movedTo}. ${GOES_ON}`);
  return undefined;
}

function checked(file: string, value: unknown, now: number, warn: (text: string) => void): World | undefined {
  const read = readWorld(value);
  if (read.ok) return read.data;
  warn(
    `${file} holds no valid world: ${read.error.message} It was moved to ${moveAside(file, new Date(now))}. ${GOES_ON}`,
  );
  return undefined;
}

function withTokens(given: World, httpTokens: 'optional' | 'required' | undefined): World {
  if (httpTokens === undefined) return given;
  const instances = given.instances.map((instance) => ({ ...instance, options: { ...instance.options, httpTokens } }));
  return { ...given, instances };
}
