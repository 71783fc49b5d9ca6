// The commands on presets: which there are, and a new instance of one, in a running Metadeck or as a world file.
import * as path from 'node:path';
import { PRESET_NAMES, type PresetName } from '../../../app/metadata/presets/names.ts';
import { PRESETS } from '../../../app/metadata/presets/presets.ts';
import { savedWorld } from '../../../app/world/saved.ts';
import { presetWorld } from '../../../server/first-world.ts';
import { createJson } from '../../../server/storage/write-json.ts';
import { carryOut, show, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { table, type Terminal } from '../output.ts';
import { changes } from './path-changes.ts';

/** All presets with a line of documentation each; needs no running Metadeck. */
export function presets(flags: { json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  const items = PRESET_NAMES.map((name) => ({ name, doc: PRESETS[name].doc }));
  const listed = { ok: true as const, data: { items } };
  return show(listed, flags, terminal, () => table(items.map(({ name, doc }) => [name, doc])));
}

export type NewFlags = ClientFlags & { preset: PresetName; world?: string; dryRun?: boolean; keepEvents?: true };

/** Makes a new instance in the place of the running one's, or writes a world file with one. */
export function newInstance(flags: NewFlags, terminal: Terminal): Promise<ExitCode> {
  return flags.world === undefined ? replace(flags, terminal) : writeWorld(flags.world, flags, terminal);
}

function replace(flags: NewFlags, terminal: Terminal): Promise<ExitCode> {
  const { preset: name, dryRun = false, keepEvents = false } = flags;
  const heading = dryRun ? `A new ${name} would change` : `A new ${name}; with it changed`;
  const input = { name, fresh: !keepEvents, ...(dryRun ? { dryRun } : {}) };
  return carryOut('presets.apply', input, { flags, terminal }, ({ changed, options }) =>
    changes(heading, changed, options),
  );
}

async function writeWorld(given: string, flags: NewFlags, terminal: Terminal): Promise<ExitCode> {
  const file = path.resolve(given);
  const written = await createJson(file, savedWorld(presetWorld(flags.preset, Date.now())));
  const answer = written.ok ? { ok: true as const, data: { world: file, preset: flags.preset } } : written;
  return show(answer, flags, terminal, () => `Wrote ${file}; use it with "metadeck serve --world ${given}".\n`);
}
