// The configuration of a run: found, read, put together out of its sources, and said as AEMM says it.
import { substitutePaths } from '../../../app/aemm/substitute-paths.ts';
import type { AemmCommand } from '../../../app/aemm/settings.ts';
import { done, type Result } from '../../../app/result.ts';
import { NO_HOME, type Shell } from '../shell.ts';
import { refusals } from '../../../server/aemm/check.ts';
import { findConfigFile, notFound, readConfigFile } from './file.ts';
import { resolveSettings, unknownKeys, unknownVariables, type Resolved } from '../../../server/aemm/resolve.ts';
import { isBase64 } from '../../../server/aemm/user-data.ts';

export type CommandLine = { command: AemmCommand; /** By configuration key. */ flags: ReadonlyMap<string, string> };

export type Loaded = Resolved & { /** The file in use; null without one. */ file: string | null };

/** Why a run can't begin: with 1 the file is to blame, with 2 a value. */
export type Refused = { code: 1 | 2; message: string };

export type LoadResult = { ok: true; loaded: Loaded } | { ok: false; refused: Refused };

/** Finds and reads the file, and puts everything together. Warnings and notices are written as they come up. */
export async function loadConfig(given: CommandLine, shell: Shell): Promise<LoadResult> {
  if (shell.home === null) shell.log(NO_HOME);
  const found = findConfigFile(given.flags.get('config-file'), shell.env['AEMM_CONFIG_FILE'], shell.home);
  if ('missingIn' in found) shell.log(notFound(found.missingIn));
  const file = 'file' in found ? found.file : null;
  const read = await resolveFrom(file, given, shell);
  if (!read.ok) return read;
  for (const warning of unknownVariables(shell.env)) shell.log(`Warning: ${warning}`);
  const { settings, notes } = substitutePaths(read.loaded.settings);
  for (const note of notes) shell.log(note);
  return { ok: true, loaded: { ...read.loaded, settings } };
}

async function resolveFrom(file: string | null, given: CommandLine, shell: Shell): Promise<LoadResult> {
  const config = file === null ? null : await readConfigFile(file);
  if (config?.ok === false) {
    const message = `Error while attempting to apply overrides from ${file ?? ''}: ${config.error.message}`;
    return { ok: false, refused: { code: 1, message } };
  }
  if (file !== null && config !== null) {
    shell.print(`Using configuration from file:  ${file}\n`);
    for (const warning of unknownKeys(config.data, file)) shell.log(`Warning: ${warning}`);
  }
  const resolved = resolveSettings({ ...given, env: shell.env, file: config?.data ?? null });
  if (!resolved.ok) return { ok: false, refused: { code: 2, message: resolved.error.message } };
  return { ok: true, loaded: { ...resolved.data, file } };
}

/** What is wrong with the values, in AEMM's words; null where all is well. */
export function problemWith({ settings }: Resolved): string | null {
  const refused = refusals(settings);
  if (refused !== '') return refused;
  const { userdata } = settings.userdata.values;
  return isBase64(userdata) ? null : 'There was an issue decoding base64 data from config: userdata.values.userdata';
}

/** The settings out of a file that has changed: all of them, or why the ones before it hold. */
export async function reloadConfig(file: string, given: CommandLine, shell: Shell): Promise<Result<Resolved>> {
  const config = await readConfigFile(file);
  if (!config.ok) return config;
  const resolved = resolveSettings({ ...given, env: shell.env, file: config.data });
  if (!resolved.ok) return resolved;
  const problem = problemWith(resolved.data);
  if (problem !== null) return { ok: false, error: { code: 'INVALID_INPUT', message: problem.trim() } };
  for (const warning of unknownKeys(config.data, file)) shell.log(`Warning: ${warning}`);
  const { settings, notes } = substitutePaths(resolved.data.settings);
  for (const note of notes) shell.log(note);
  return done({ ...resolved.data, settings });
}
