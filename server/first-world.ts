// The world that a run begins with: the saved one, or the preset's; a damaged file is moved aside and said.
import { completePast } from '../app/events/finish.ts';
import type { PresetName } from '../app/metadata/presets/names.ts';
import { presetInstance } from '../app/metadata/presets/presets.ts';
import type { OptionsPatch } from '../app/world/options.ts';
import { patchOptions } from '../app/world/patch-options.ts';
import type { World } from '../app/world/world.ts';
import type { WorldFile } from './world-file.ts';

export type Beginning = {
  preset: PresetName;
  options?: OptionsPatch;
  worldFile?: Pick<WorldFile, 'world' | 'problems'>;
  /** Begins with this one, and asks no file. */
  world?: World;
};

/** `warn` hears what should be said of the file, a sentence each. */
export function firstWorld(beginning: Beginning, now: number, warn: (text: string) => void): World {
  if (beginning.world !== undefined) return beginning.world;
  for (const problem of beginning.worldFile?.problems ?? []) warn(problem);
  const saved = beginning.worldFile?.world;
  const world = saved ? completed(saved, now) : presetWorld(beginning.preset, now);
  return withOptions(world, beginning.options ?? {});
}

/** What a notice said would happen has happened, also while no Metadeck ran; the log says so. */
function completed(saved: World, now: number): World {
  return { ...saved, instances: saved.instances.map((instance) => completePast(instance, now)) };
}

/** A world of one instance, as the preset has it, made now. */
export function presetWorld(preset: PresetName, now: number): World {
  return { version: 1, instances: [presetInstance(preset, now)], routing: [] };
}

function withOptions(given: World, patch: OptionsPatch): World {
  const instances = given.instances.map((instance) => ({
    ...instance,
    options: patchOptions(instance.options, patch),
  }));
  return { ...given, instances };
}
