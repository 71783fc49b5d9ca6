// Takes over a world that was exported, or an AEMM configuration.
import { contract } from '../../app/contract/contract.ts';
import { readInput } from '../../app/contract/issues.ts';
import { worldIn } from '../../app/world/exported.ts';
import { call } from '../control/control.ts';
import { tellUndoable } from '../notices/actions.ts';
import { pullEvents } from '../control/pull-events.ts';
import { pullStatus } from '../control/pull-status.ts';
import { refusalLines } from './refusal-lines.ts';

/** What came of a file: what is wrong with it, in lines; or what of it nobody understands. */
export type Imported = { name: string; problems: readonly string[]; warnings: readonly string[] };

/** The server takes no larger body. */
const MAX_BYTES = 1_048_576;

/** A problem names the line, the field or the key that is wrong; with one nothing changed. */
export async function importFile(file: File): Promise<Imported> {
  const { name } = file;
  if (file.size > MAX_BYTES) return refused(name, ['A file may have 1 MiB at most; this one is larger.']);
  const text = await file.text();
  const exported = worldIn(text);
  return exported === undefined ? importConfiguration(name, text) : importWorld(name, exported);
}

async function importWorld(name: string, exported: unknown): Promise<Imported> {
  const given = readInput(contract['world.put'].input, exported);
  if (!given.ok) return refused(name, refusalLines(given.error));
  const taken = await call('world.put', given.data);
  return taken.ok ? tookOver(name, []) : refused(name, refusalLines(taken.error));
}

async function importConfiguration(name: string, text: string): Promise<Imported> {
  const taken = await call('world.import', { name, text });
  return taken.ok ? tookOver(name, taken.data.warnings) : refused(name, [withoutName(taken.error.message, name)]);
}

/** The name stands above what is said of its file. */
function withoutName(message: string, name: string): string {
  const start = `${name} can't be imported: `;
  return message.startsWith(start) ? message.slice(start.length) : message;
}

function refused(name: string, problems: readonly string[]): Imported {
  return { name, problems, warnings: [] };
}

async function tookOver(name: string, warnings: readonly string[]): Promise<Imported> {
  await Promise.all([pullEvents(), pullStatus()]);
  tellUndoable(`Imported ${name}`);
  return { name, problems: [], warnings };
}
