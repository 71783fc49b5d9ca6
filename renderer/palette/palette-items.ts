// What the palette offers: every command, then metadata paths and clients, by what was typed. Pure.
import { COMMANDS, type CommandId } from '../../app/commands.ts';
import type { ClientView } from '../../app/contract/traffic.ts';

export type PaletteItem = {
  /** Unique, and the same from one opening to the next, so that recent ones are known again. */
  id: string;
  title: string;
  /** Where it belongs: a group of commands, or what it jumps to. */
  group: string;
  what: { kind: 'command'; id: CommandId } | { kind: 'path'; path: string } | { kind: 'client'; address: string };
};

const MOST_SHOWN = 60;
/** Paths and clients come with what is typed; before that they would bury the commands. */
const LEAST_TYPED = 2;

/** The palette's own command is no use inside it. */
const OFFERED = COMMANDS.filter(({ id }) => id !== 'palette.open');

export function commandItems(): PaletteItem[] {
  return OFFERED.map(({ id, title, group }) => ({ id, title, group, what: { kind: 'command', id } }));
}

export function pathItems(paths: readonly string[]): PaletteItem[] {
  return paths.map((path) => ({ id: `path:${path}`, title: path, group: 'Metadata', what: { kind: 'path', path } }));
}

export function clientItems(clients: readonly ClientView[]): PaletteItem[] {
  return clients.map(({ address, label }) => ({
    id: `client:${address}`,
    title: label === null ? address : `${address} ${label}`,
    group: 'Clients',
    what: { kind: 'client', address },
  }));
}

/** The best first: recent ones, those that begin with what was typed, those that have all of its words. */
export function foundItems(items: readonly PaletteItem[], typed: string, recent: readonly string[]): PaletteItem[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const wide = typed.trim().length >= LEAST_TYPED;
  return items
    .filter((item) => wide || item.what.kind === 'command' || recent.includes(item.id))
    .map((item, index) => ({ item, index, rank: rankOf(item, words, recent) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.index - b.index)
    .slice(0, MOST_SHOWN)
    .map(({ item }) => item);
}

/** Lower is better; null where a word is missing. */
function rankOf({ id, title, group }: PaletteItem, words: readonly string[], recent: readonly string[]): number | null {
  const text = `${title} ${group}`.toLowerCase();
  if (!words.every((word) => text.includes(word))) return null;
  const begins = words.length > 0 && title.toLowerCase().startsWith(words[0] ?? '') ? -100 : 0;
  const index = recent.indexOf(id);
  return begins + (index === -1 ? recent.length : index);
}

const MOST_RECENT = 6;

/** The one just used comes first. */
export function withRecent(recent: readonly string[], used: string): string[] {
  return [used, ...recent.filter((id) => id !== used)].slice(0, MOST_RECENT);
}

/** What a browser kept, if it is a list of ids. */
export function recentFrom(kept: unknown): string[] {
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, MOST_RECENT) : [];
}
