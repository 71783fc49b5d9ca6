// An AEMM configuration file as a world, for Metadeck to open.
import { substitutePaths } from '../../../app/aemm/substitute-paths.ts';
import { aemmWorld } from '../../../app/aemm/world.ts';
import { done, failed, type Result } from '../../../app/result.ts';
import type { World } from '../../../app/world.ts';
import { readConfigFile } from './file.ts';
import { problemWith } from './load.ts';
import { resolveSettings, unknownKeys } from './resolve.ts';

export type Imported = { world: World; /** What the file says that nobody understands. */ warnings: string[] };

/** The world of a run with this file and without flags and variables, begun at that moment. */
export function importConfig(file: string, now: number): Result<Imported> {
  const config = readConfigFile(file);
  if (!config.ok) return failed('INVALID_INPUT', `${file} can't be imported: ${config.error.message}.`);
  const resolved = resolveSettings({ command: 'all', flags: new Map(), env: {}, file: config.data });
  const problem = resolved.ok ? problemWith(resolved.data) : resolved.error.message;
  if (problem !== null || !resolved.ok)
    return failed('INVALID_INPUT', `${file} can't be imported: ${(problem ?? '').trim().replaceAll('\n', ' ')}`);
  const { settings } = substitutePaths(resolved.data.settings);
  return done({ world: aemmWorld(settings, now), warnings: unknownKeys(config.data, file) });
}
