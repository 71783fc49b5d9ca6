// A saved world of any version becomes the world in memory: each version has its reader here.
import * as z from 'zod';
import { readInput } from '../contract/issues.ts';
import { PRESET_NAMES } from '../metadata/presets/names.ts';
import { failed, type Result } from '../result.ts';
import { LAST_MOMENT } from '../time.ts';
import { filledIn, type UsualOf } from './saved.ts';
import { SAVED_VERSION } from './saved-version.ts';
import { readWorld } from './world-check.ts';
import { usualOfVersion2 } from './version-2.ts';
import type { World } from './world.ts';

/** What has to be known of each instance before the rest can be filled in. */
const outline = z.looseObject({
  instances: z.array(
    z.looseObject({ preset: z.enum(PRESET_NAMES), createdAt: z.number().int().min(0).max(LAST_MOMENT) }),
  ),
});

/** By version. Version 1 wrote every field of the world in memory, version 2 what differs from the presets of its time. */
const READERS: Readonly<Record<number, (value: unknown) => Result<World>>> = {
  1: readWorld,
  2: (value) => readDifferences(value, usualOfVersion2),
  3: (value) => readDifferences(value),
};

/** A world out of what was saved or exported, by this version or an earlier one; or everything that is wrong with it. */
export function readSavedWorld(value: unknown): Result<World> {
  const newer = newerVersion(value);
  if (newer !== undefined) return failed('INVALID_INPUT', `The world ${savedByNewer(newer)}.`);
  return (READERS[versionOf(value) ?? 1] ?? readWorld)(value);
}

/** The version of a world that a later Metadeck saved; undefined for anything else. */
export function newerVersion(value: unknown): number | undefined {
  const version = versionOf(value);
  return version !== undefined && version > SAVED_VERSION ? version : undefined;
}

/** Why it can't be read, as the rest of a sentence that begins with what it is. */
export function savedByNewer(version: number): string {
  return `is of version ${version}, which a newer Metadeck saved; this one reads up to version ${SAVED_VERSION}`;
}

function versionOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  return typeof value.version === 'number' ? value.version : undefined;
}

function readDifferences(value: unknown, usual?: UsualOf): Result<World> {
  const read = readInput(outline, value);
  if (!read.ok) return read;
  return readWorld({ ...read.data, version: 1, instances: read.data.instances.map((saved) => filledIn(saved, usual)) });
}
