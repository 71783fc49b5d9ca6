// The world that a run begins with: the saved one, or the preset's; a damaged file is moved aside and said.
import { completePast } from '../app/events/finish.ts';
import type { PresetName } from '../app/metadata/presets/names.ts';
import { presetInstance } from '../app/metadata/presets/presets.ts';
import type { OptionsPatch } from '../app/world/options.ts';
import { patchOptions } from '../app/world/patch-options.ts';
import type { World } from '../app/world/world.ts';
import type { OpenedWorld, Readers } from './read-files.ts';

export type Beginning = {
  preset: PresetName;
  options?: OptionsPatch;
  worldFile?: string;
  /** Reads it; needed where there is one. */
  readers?: Readers;
  /** Begins with this one, and asks no file. */
  world?: World;
};

export type FirstWorld = {
  world: World;
  /** False where the file is one that Metadeck could not read: it is not written over. */
  mayBeSaved: boolean;
};

/** `warn` hears one sentence when a file could not be used; nobody's file is lost. */
export function firstWorld(beginning: Beginning, now: number, warn: (text: string) => void): FirstWorld {
  if (beginning.world !== undefined) return { world: beginning.world, mayBeSaved: true };
  const opened = openedBy(beginning, now);
  if (opened.problem !== undefined) warn(opened.problem);
  const saved = opened.world && {
    ...opened.world,
    instances: opened.world.instances.map((instance) => completePast(instance, now)),
  };
  const world = withOptions(saved ?? presetWorld(beginning.preset, now), beginning.options ?? {});
  return { world, mayBeSaved: opened.mayBeSaved };
}

function openedBy({ worldFile, readers }: Beginning, now: number): OpenedWorld {
  if (worldFile === undefined) return NO_FILE;
  if (!readers) throw new Error(`Nothing is there to read ${worldFile} with.`);
  return readers.world(worldFile, now);
}

/** A world of one instance, as the preset has it, made now. */
export function presetWorld(preset: PresetName, now: number): World {
  return { version: 1, instances: [presetInstance(preset, now)], routing: [] };
}

const NO_FILE: OpenedWorld = { mayBeSaved: false };

function withOptions(given: World, patch: OptionsPatch): World {
  const instances = given.instances.map((instance) => ({
    ...instance,
    options: patchOptions(instance.options, patch),
  }));
  return { ...given, instances };
}
