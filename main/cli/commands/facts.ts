// The commands that list what an instance says, path by path, and the facts behind it.
import { contract } from '../../../app/contract/contract.ts';
import { readField } from '../../../app/contract/field-word.ts';
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { done } from '../../../app/result.ts';
import { carryOut, giveUp, show, withClient, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { plain, shortened, table, type Terminal, valueText } from '../output.ts';
import { advice } from '../usage.ts';
import { withoutVersion } from './metadata.ts';
import { changes } from './path-changes.ts';

export type PathsFlags = ClientFlags & { changed?: true; all?: true };

/** Those that are there; with `--changed` those that differ from the preset, with `--all` the absent ones too. */
export function listPaths(under: string | undefined, flags: PathsFlags, terminal: Terminal): Promise<ExitCode> {
  return withClient(flags, terminal, async (client) => {
    const listed = await client.call('metadata.list', under === undefined ? {} : { under: withoutVersion(under) });
    const kept = listed.ok ? done({ items: listed.data.items.filter((one) => isWanted(one, flags)) }) : listed;
    return show(kept, flags, terminal, ({ items }) =>
      items.length === 0 ? 'No path is to be listed.\n' : table(items.map(pathRow)),
    );
  });
}

function isWanted({ present, changed }: MetadataItem, flags: PathsFlags): boolean {
  return flags.changed ? changed : (flags.all ?? present);
}

function pathRow({ path, value, encoding, source, changed }: MetadataItem): string[] {
  const shown =
    value !== null && encoding === 'base64' ? '(bytes)' : shortened((value ?? '(absent)').split('\n')[0] ?? '');
  return [plain(path), shown, source, changed ? 'changed' : ''];
}

export function listFacts(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('facts.get', {}, { flags, terminal }, (facts) =>
    table(Object.entries(facts).map(([name, value]) => [name, valueText(value)])),
  );
}

/** What a Region, a zone or a type can be. */
export function listChoices(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('facts.choices', {}, { flags, terminal }, ({ asOf, instanceTypes, regions }) => {
    const zones = regions.map(({ name, zones: own }) => [name, own.map((one) => `${one.name} (${one.id})`).join(', ')]);
    return `${table(zones)}\n${instanceTypes.join(', ')}\n\nAs of ${asOf}; a type may have any size of its family.\n`;
  });
}

export type SetFactFlags = ClientFlags & { dryRun?: true };

/** Changes one fact, as `facts` names it; what follows from it changes along. */
export async function setFact(name: string, value: string, flags: SetFactFlags, terminal: Terminal): Promise<ExitCode> {
  const names = Object.keys(contract['facts.get'].output.shape);
  if (!names.includes(name)) {
    terminal.complain(`There is no fact ${plain(name)}. ${advice(name, names)}`);
    return 2;
  }
  const input = readField(contract['facts.patch'].input, name, value);
  if (!input.ok) return giveUp(input.error, terminal);
  const { dryRun = false } = flags;
  const heading = dryRun ? 'The fact would change, and with it' : 'Changed the fact; with it changed';
  return carryOut('facts.patch', { ...input.data, ...(dryRun ? { dryRun } : {}) }, { flags, terminal }, ({ changed }) =>
    changes(heading, changed),
  );
}
