// The world of a run of AEMM.
import { presetInstance } from '../metadata/presets/presets.ts';
import type { World } from '../world/world.ts';
import { asAemm } from './instance.ts';
import type { AemmSettings } from './settings.ts';

/** One instance that answers as AEMM with these settings, started at that moment (milliseconds since 1970). */
export function aemmWorld(settings: AemmSettings, startedAt: number): World {
  const instance = asAemm(presetInstance('aemm', startedAt), settings, startedAt);
  return { version: 1, instances: [instance], routing: [] };
}
