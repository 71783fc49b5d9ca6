// An AEMM configuration as a world, for Metadeck to open.
import { substitutePaths } from '../../app/aemm/substitute-paths.ts';
import { aemmWorld } from '../../app/aemm/world.ts';
import { done, failed, type Issue, type Result } from '../../app/result.ts';
import type { World } from '../../app/world/world.ts';
import { settingIssues } from './check.ts';
import { formatOf } from './suffixes.ts';
import { readConfig } from './formats.ts';
import { resolveSettings, unknownKeys, type Resolved } from './resolve.ts';
import type { FlatConfig } from './tree.ts';

/** The suffix of the name says how the text is read. */
export type ConfigFile = { name: string; text: string };

export type Imported = { world: World; /** What the file says that nobody understands. */ warnings: string[] };

/**
 * The world of a run with this file and without flags and variables, begun at `now` (milliseconds since 1970).
 * INVALID_INPUT names the line that can't be read, or the key whose value can't be taken.
 */
export function importConfig({ name, text }: ConfigFile, now: number): Result<Imported> {
  const format = formatOf(name);
  const config = format.ok ? readConfig(text, format.data) : format;
  if (!config.ok) return refused(name, `${config.error.message}.`);
  const resolved = settingsOf(config.data);
  if (!resolved.ok) return refused(name, resolved.error.message, resolved.error.issues);
  const { settings } = substitutePaths(resolved.data.settings);
  return done({ world: aemmWorld(settings, now), warnings: unknownKeys(config.data, name) });
}

function refused(name: string, why: string, issues?: Issue[]): Result<never> {
  return failed('INVALID_INPUT', `${name} can't be imported: ${why}`, issues);
}

function settingsOf(file: FlatConfig): Result<Resolved> {
  const resolved = resolveSettings({ command: 'all', flags: new Map(), env: {}, file });
  if (!resolved.ok) return failed('INVALID_INPUT', `${resolved.error.message}.`, resolved.error.issues);
  const issues = settingIssues(resolved.data.settings);
  return issues.length === 0
    ? resolved
    : failed('INVALID_INPUT', issues.map(({ message }) => message).join(' '), issues);
}
