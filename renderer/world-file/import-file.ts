// Reads a world that was exported, or an AEMM configuration: what it would change, and how to take it over.
import { contract } from '../../app/contract/contract.ts';
import { readInput } from '../../app/contract/issues.ts';
import type { WorldChanges } from '../../app/contract/metadata.ts';
import type { Failure, Result } from '../../app/result.ts';
import { worldIn } from '../../app/world/exported.ts';
import { call } from '../control/control.ts';
import { pullEvents } from '../control/pull-events.ts';
import { pullStatus } from '../control/pull-status.ts';
import { tellUndoable } from '../notices/actions.ts';
import { refusalLines } from './refusal-lines.ts';

/** What is wrong with a file, in lines; or what taking it over would change. */
export type FileRead = { name: string } & (
  | { problems: readonly string[] }
  | { would: WorldChanges; takeOver: () => Promise<readonly string[]> }
);

/** A configuration may not be larger; a world that was exported is taken however large it is. */
const MAX_BYTES = 1_048_576;
const MAX_CONFIGURATION = 'A configuration may have 1 MiB at most; this one is larger.';

/** A problem names the line, the field or the key that is wrong. Nothing changes before `takeOver`, which gives problems too. */
export async function readFile(file: File): Promise<FileRead> {
  const { name } = file;
  const text = await file.text();
  const exported = worldIn(text);
  if (exported !== undefined) return readWorld(name, exported);
  return file.size > MAX_BYTES ? { name, problems: [MAX_CONFIGURATION] } : readConfiguration(name, text);
}

async function readWorld(name: string, exported: unknown): Promise<FileRead> {
  const given = readInput(contract['world.put'].input, exported);
  if (!given.ok) return { name, problems: refusalLines(given.error) };
  const compared = await call('world.compare', { world: given.data });
  if (!compared.ok) return { name, problems: refusalLines(compared.error) };
  return { name, would: compared.data, takeOver: () => tookOver(name, call('world.put', given.data), refusalLines) };
}

async function readConfiguration(name: string, text: string): Promise<FileRead> {
  const told = (failure: Failure) => [withoutName(failure.message, name)];
  const compared = await call('world.compare', { name, text });
  if (!compared.ok) return { name, problems: told(compared.error) };
  return { name, would: compared.data, takeOver: () => tookOver(name, call('world.import', { name, text }), told) };
}

/** The name stands above what is said of its file. */
function withoutName(message: string, name: string): string {
  const start = `${name} can't be imported: `;
  return message.startsWith(start) ? message.slice(start.length) : message;
}

async function tookOver(
  name: string,
  taking: Promise<Result<unknown>>,
  told: (failure: Failure) => string[],
): Promise<readonly string[]> {
  const taken = await taking;
  if (!taken.ok) return told(taken.error);
  await Promise.all([pullEvents(), pullStatus()]);
  tellUndoable(`Imported ${name}`);
  return [];
}
