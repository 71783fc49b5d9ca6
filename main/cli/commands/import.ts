// `metadeck import`: an AEMM configuration becomes a world, in a file or in the place of a run's.
import * as path from 'node:path';
import { importConfig } from '../../../server/aemm/import.ts';
import { putWorldFile } from '../../../server/world-file.ts';
import { readText } from '../../mock/config/file.ts';
import { carryOut, giveUp, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { plain, type Terminal } from '../output.ts';

export type ImportFlags = ClientFlags & { world?: string };

export async function importFile(file: string, flags: ImportFlags, terminal: Terminal): Promise<ExitCode> {
  const text = readText(file);
  if (!text.ok)
    return giveUp({ ...text.error, message: `${file} can't be imported: ${text.error.message}.` }, terminal);
  const imported = importConfig({ name: file, text: text.data }, Date.now());
  if (!imported.ok) return giveUp(imported.error, terminal);
  const { world, warnings } = imported.data;
  for (const warning of warnings) terminal.complain(plain(warning));
  if (flags.world === undefined) {
    return carryOut(
      'world.put',
      world,
      { flags, terminal },
      () => `Took over ${plain(file)}; undo brings back what was.\n`,
    );
  }
  const target = path.resolve(flags.world);
  const written = await putWorldFile(target, world, Date.now);
  if (!written.ok) return giveUp(written.error, terminal);
  await terminal.write(flags.json ? `${JSON.stringify({ world: target })}\n` : `Wrote ${plain(target)}.\n`);
  return 0;
}
