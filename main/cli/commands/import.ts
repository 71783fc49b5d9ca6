// `metadeck import`: an exported world, or an AEMM configuration as a world; to a file or in the place of a run's.
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { contract } from '../../../app/contract/contract.ts';
import { readInput } from '../../../app/contract/issues.ts';
import { done, failed, type Result } from '../../../app/result.ts';
import { worldIn } from '../../../app/world/exported.ts';
import { readSavedWorld } from '../../../app/world/migrate.ts';
import type { World } from '../../../app/world/world.ts';
import { importConfig, type Imported } from '../../../server/aemm/import.ts';
import { putWorldFile } from '../../../server/world-file.ts';
import { decoded } from '../../../server/storage/read-json.ts';
import { MAX_CONFIG } from '../../mock/config/file.ts';
import { reasonOf } from '../../mock/shell.ts';
import { carryOut, giveUp, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { changes } from './path-changes.ts';
import { plain, type Terminal } from '../output.ts';

export type ImportFlags = ClientFlags & { world?: string; dryRun?: boolean };

export async function importFile(file: string, flags: ImportFlags, terminal: Terminal): Promise<ExitCode> {
  const text = textOf(file);
  if (!text.ok)
    return giveUp({ ...text.error, message: `${file} can't be imported: ${text.error.message}.` }, terminal);
  const exported = worldIn(text.data);
  const imported = exported === undefined ? configOf(file, text.data) : worldOf(file, exported);
  if (!imported.ok) return giveUp(imported.error, terminal);
  const { world, warnings } = imported.data;
  for (const warning of warnings) terminal.complain(plain(warning));
  if (flags.world !== undefined) return writeWorld(flags.world, world, flags, terminal);
  if (flags.dryRun === true) return compare(file, world, flags, terminal);
  return carryOut(
    'world.put',
    world,
    { flags, terminal },
    () => `Took over ${plain(file)}; undo brings back what was.\n`,
  );
}

/** As the shell wrote it, which on Windows may be in UTF-16. */
function textOf(file: string): Result<string> {
  try {
    return done(decoded(readFileSync(file)));
  } catch (error) {
    return failed('NOT_FOUND', `open ${file}: ${reasonOf(error)}`);
  }
}

function configOf(name: string, text: string): Result<Imported> {
  if (text.length > MAX_CONFIG) return failed('TOO_LARGE', `${name} can't be imported: it is over 4 MiB.`);
  return importConfig({ name, text }, Date.now());
}

function compare(file: string, world: World, flags: ImportFlags, terminal: Terminal): Promise<ExitCode> {
  const heading = `Importing ${plain(file)} would change`;
  return carryOut('world.compare', { world }, { flags, terminal }, ({ changed, options }) =>
    changes(heading, changed, options),
  );
}

/** What is exported and what is saved are both read here, so that a refusal names the file. */
function worldOf(file: string, exported: unknown): Result<Imported> {
  const shaped = readInput(contract['world.put'].input, exported);
  const read = shaped.ok ? readSavedWorld(exported) : shaped;
  if (!read.ok) return failed('INVALID_INPUT', `${file} can't be imported: ${read.error.message}`, read.error.issues);
  return done({ world: read.data, warnings: [] });
}

async function writeWorld(given: string, world: World, flags: ImportFlags, terminal: Terminal): Promise<ExitCode> {
  const target = path.resolve(given);
  const written = await putWorldFile(target, world, Date.now);
  if (!written.ok) return giveUp(written.error, terminal);
  await terminal.write(flags.json ? `${JSON.stringify({ world: target })}\n` : `Wrote ${plain(target)}.\n`);
  return 0;
}
