// The world that a run begins with: the saved one, or the preset's; a damaged file is moved aside and said.
import { completePast } from '../app/events/finish.ts';
import type { PresetName } from '../app/metadata/presets/names.ts';
import { presetInstance } from '../app/metadata/presets/presets.ts';
import type { OptionsPatch } from '../app/world/options.ts';
import { patchOptions } from '../app/world/patch-options.ts';
import type { World } from '../app/world/world.ts';
import { readWorld } from '../app/world/world-check.ts';
import { moveAside, readJson } from './storage.ts';

export type Wanted = {
  preset: PresetName;
  options?: OptionsPatch;
  worldFile?: string;
  /** Begins with this one, and asks no file. */
  world?: World;
};

export type FirstWorld = {
  world: World;
  /** False where the file is one that Metadeck could not read: it is not written over. */
  mayBeSaved: boolean;
};

/** `warn` hears one sentence when a file could not be used; nobody's file is lost. */
export function firstWorld(wanted: Wanted, now: number, warn: (text: string) => void): FirstWorld {
  if (wanted.world !== undefined) return { world: wanted.world, mayBeSaved: true };
  const opened = wanted.worldFile === undefined ? NO_FILE : open(wanted.worldFile, now);
  if (opened.problem !== undefined) warn(opened.problem);
  const saved = opened.world && {
    ...opened.world,
    instances: opened.world.instances.map((instance) => completePast(instance, now)),
  };
  const world = withOptions(saved ?? presetWorld(wanted.preset, now), wanted.options ?? {});
  return { world, mayBeSaved: opened.mayBeSaved };
}

/** A world of one instance, as the preset has it, made now. */
export function presetWorld(preset: PresetName, now: number): World {
  return { version: 1, instances: [presetInstance(preset, now)], routing: [] };
}

type Opened = { world?: World; problem?: string; mayBeSaved: boolean };

const NO_FILE: Opened = { mayBeSaved: false };
const GOES_ON = 'Metadeck goes on with its defaults';

function open(file: string, now: number): Opened {
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

function checked(file: string, value: unknown, now: number): Opened {
  const read = readWorld(value);
  if (read.ok) return { world: read.data, mayBeSaved: true };
  return aside(file, moveAside(file, new Date(now)), `${file} holds no valid world: ${read.error.message}`);
}

/** A file that could not be moved stays where it is, whole. */
function aside(file: string, movedTo: string, reason: string): Opened {
  if (movedTo === file) {
    return { problem: `${reason} It could not be moved aside. ${GOES_ON} and saves nothing.`, mayBeSaved: false };
  }
  return { problem: `${reason} It was moved to ${movedTo}. ${GOES_ON}.`, mayBeSaved: true };
}

function withOptions(given: World, patch: OptionsPatch): World {
  const instances = given.instances.map((instance) => ({
    ...instance,
    options: patchOptions(instance.options, patch),
  }));
  return { ...given, instances };
}
