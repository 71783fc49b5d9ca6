// For the tests: a run of AEMM in memory, with a clock that is moved by hand and clients that ask.
import { type ExampleService, exampleService, START } from '../service.example.ts';
import { firstInstance } from '../world/instances.ts';
import { AEMM_DEFAULTS } from './defaults/defaults.ts';
import type { AemmSettings } from './settings.ts';
import { aemmWorld } from './world.ts';

/** 2024-08-01T12:59:00Z: when the run was started. */
export const STARTED = START;

export function exampleRun(changed: Partial<AemmSettings> = {}): ExampleService {
  return exampleService(() => firstInstance(aemmWorld({ ...AEMM_DEFAULTS, ...changed }, STARTED)));
}
