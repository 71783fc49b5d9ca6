// The world that a run begins with: the saved one, or the preset's; a damaged file is moved aside and said.
import { completePast } from '../app/events/finish.ts';
import type { PresetName } from '../app/metadata/presets/names.ts';
import { presetInstance } from '../app/metadata/presets/presets.ts';
import type { OptionsPatch } from '../app/world/options.ts';
import { patchOptions } from '../app/world/patch-options.ts';
import type { Instance, World } from '../app/world/world.ts';
import type { WorldFile } from './world-file.ts';

export type Beginning = {
  preset: PresetName;
  options?: OptionsPatch;
  worldFile?: Pick<WorldFile, 'world' | 'problems'>;
  /** Begins with this one, and asks no file. */
  world?: World;
};

/** `warn` hears what should be said of the file, and which events have ended since it was saved, a sentence each. */
export function firstWorld(beginning: Beginning, now: number, warn: (text: string) => void): World {
  if (beginning.world !== undefined) return beginning.world;
  for (const problem of beginning.worldFile?.problems ?? []) warn(problem);
  const saved = beginning.worldFile?.world;
  const world = saved ? completed(saved, now, warn) : presetWorld(beginning.preset, now);
  return withOptions(world, beginning.options ?? {});
}

/** What a notice said would happen has happened, also while no Metadeck ran. */
function completed(saved: World, now: number, warn: (text: string) => void): World {
  const instances = saved.instances.map((instance) => completePast(instance, now));
  const before = new Set(saved.instances.flatMap(endedEvents));
  for (const id of instances.flatMap(endedEvents)) {
    if (!before.has(id)) warn(`${id} was ended as completed: its action time passed while this world was closed.`);
  }
  return { ...saved, instances };
}

function endedEvents({ events }: Instance): string[] {
  return events.filter(({ ending }) => ending !== undefined).map(({ id }) => id);
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
