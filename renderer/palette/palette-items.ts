// What the palette offers: every command, presets, rules, events and docs, then metadata paths and clients, by what was typed. Pure.
import { COMMANDS, type Command, type CommandId } from '../../app/commands.ts';
import type { ClientView } from '../../app/contract/traffic.ts';
import {
  LIFECYCLE_STATES,
  type LifecycleState,
  MAINTENANCE_CODES,
  type MaintenanceCode,
} from '../../app/events/kinds.ts';
import type { AudienceRule } from '../../app/events/schema.ts';
import { PRESET_NAMES, type PresetName } from '../../app/metadata/presets/names.ts';
import { DOCS, type DocName } from '../help/doc-list.ts';
import { ruleText } from '../deck/cards/audience-rows.ts';

export type PaletteItem = {
  /** Unique, and the same from one opening to the next, so that recent ones are known again. */
  id: string;
  title: string;
  /** Where it belongs: a group of commands, or what it jumps to. */
  group: string;
  /** Other words that it is found by. */
  words?: string;
  what: What;
};

type What =
  | { kind: 'command'; id: CommandId }
  | { kind: 'preset'; name: PresetName }
  | { kind: 'audience'; rule: AudienceRule }
  | { kind: 'maintenance'; code: MaintenanceCode }
  | { kind: 'lifecycle'; state: LifecycleState }
  | { kind: 'doc'; name: DocName }
  | { kind: 'path'; path: string }
  | { kind: 'client'; address: string };

const MOST_SHOWN = 100;
/** Paths and clients come with what is typed; before that they would bury the commands. */
const LEAST_TYPED = 2;
const NEEDS_TYPING: ReadonlySet<What['kind']> = new Set(['path', 'client']);

/** The palette's own command is no use inside it. */
const OFFERED = COMMANDS.filter(({ id }) => id !== 'palette.open');

export function commandItems(): PaletteItem[] {
  return OFFERED.map((command: Command & { id: CommandId }) => {
    const { id, title, group, words = '' } = command;
    return { id, title, group, words, what: { kind: 'command', id } };
  });
}

const RULES: readonly AudienceRule[] = [
  { kind: 'everyone' },
  { kind: 'nobody' },
  { kind: 'first', count: 1 },
  { kind: 'first', count: 2 },
  { kind: 'first', count: 3 },
];

/** What is chosen out of a list, an item each. */
export function choiceItems(): PaletteItem[] {
  return [
    ...MAINTENANCE_CODES.map((code) =>
      itemOf(`Schedule maintenance: ${code}`, 'Events', { kind: 'maintenance', code }, 'reboot retire'),
    ),
    ...LIFECYCLE_STATES.map((state) =>
      itemOf(`Target lifecycle state: ${state}`, 'Events', { kind: 'lifecycle', state }, 'auto scaling group asg'),
    ),
    ...RULES.map((rule) =>
      itemOf(`Notices go to: ${ruleText(rule)}`, 'Events', { kind: 'audience', rule }, 'audience who gets places'),
    ),
    ...PRESET_NAMES.map((name) =>
      itemOf(`Apply preset ${name}…`, 'Instance', { kind: 'preset', name }, PRESET_WORDS[name]),
    ),
    ...DOCS.map(({ name, title, words }) => itemOf(`Docs: ${title}`, 'Help', { kind: 'doc', name }, words)),
  ];
}

/** What people call what a preset stands for. */
const PRESET_WORDS: Partial<Record<PresetName, string>> = {
  'eks-node': 'kubernetes k8s node',
  'asg-spot': 'auto scaling group',
  'ipv6-only': 'ipv6',
  aemm: 'ec2-metadata-mock',
};

function itemOf(title: string, group: string, what: What, words = ''): PaletteItem {
  return { id: title, title, group, words, what };
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
    .filter((item) => wide || !NEEDS_TYPING.has(item.what.kind) || recent.includes(item.id))
    .map((item, index) => ({ item, index, rank: rankOf(item, words, recent) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.index - b.index)
    .slice(0, MOST_SHOWN)
    .map(({ item }) => item);
}

/** Lower is better; null where a word is missing. */
function rankOf(
  { id, title, group, words: other = '' }: PaletteItem,
  words: readonly string[],
  recent: readonly string[],
): number | null {
  const text = `${title} ${group}`.toLowerCase();
  if (!words.every((word) => text.includes(word) || other.includes(word))) return null;
  // What has the words in its title comes before what is only looked for by them.
  const aside = words.every((word) => text.includes(word)) ? 0 : 50;
  const begins = words.length > 0 && title.toLowerCase().startsWith(words[0] ?? '') ? -100 : 0;
  const index = recent.indexOf(id);
  return begins + aside + (index === -1 ? recent.length : index);
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
