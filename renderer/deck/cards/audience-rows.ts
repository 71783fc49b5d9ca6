// Who is shown under "Who gets notices": holders of places, those named, those who came too late, and when each one read it.
import type { AudienceView, EventView } from '../../../app/contract/events.ts';
import type { AudienceRule } from '../../../app/events/schema.ts';
import type { ClientView } from '../../../app/contract/traffic.ts';
import { noticeGroup } from '../../../app/events/audience.ts';
import { GROUPS, type Group } from '../../../app/events/kinds.ts';
import { elapsed } from '../../../app/words.ts';

export type AudienceRow = {
  group: Group;
  client: string;
  /** `seen`: read the latest notice; `waiting`: would get it, has not read it; `late`: found every place taken; `asking`: asks for notices. */
  standing: 'seen' | 'waiting' | 'late' | 'asking';
  /** Milliseconds from the notice to the first reading; null when it has not been read. */
  afterMs: number | null;
  /** The usual time between two of its questions for these notices, in milliseconds; null where that is not known. */
  everyMs: number | null;
};

export type AudienceGroup = {
  group: Group;
  rows: AudienceRow[];
  late: AudienceRow[];
  /** Places left; null where places are not counted. */
  free: number | null;
  /** Whose place a client that is given one would take. */
  yields: string | null;
  /** True when there are places that could be freed. */
  held: boolean;
};

type Seen = { audience: AudienceView; events: readonly EventView[]; clients: readonly ClientView[]; now: number };

/** The groups that have something to show at `now` (milliseconds since 1970); spot, which most people mean, comes first. */
export function audienceGroups(seen: Seen): AudienceGroup[] {
  return GROUPS.map((group) => groupOf(group, seen)).filter(({ rows, late }) => rows.length + late.length > 0);
}

function groupOf(group: Group, { audience, events, clients, now }: Seen): AudienceGroup {
  const view = audience[group];
  const { free, yields, holders } = view;
  const asking = askingFor(group, clients, now);
  const after = new Map(latestSightings(group, events).map((sighting) => [sighting.client, sighting.afterMs]));
  const isNotice = events.some((event) => event.group === group && isShown(event));
  const row = (client: string, standing: AudienceRow['standing']): AudienceRow => {
    const afterMs = after.get(client) ?? null;
    return { group, client, standing, afterMs, everyMs: asking.get(client) ?? null };
  };
  const unread = (client: string) => (!isNotice && asking.has(client) ? 'asking' : 'waiting');
  const getters = gettersOf(view, [...after.keys()]);
  const late = view.late.map(({ client }) => client).filter((client) => !getters.includes(client));
  const others = mayAsk(view) ? [...asking.keys()].filter((one) => !getters.includes(one) && !late.includes(one)) : [];
  return {
    group,
    rows: [
      ...getters.map((client) => row(client, after.has(client) ? 'seen' : unread(client))),
      ...others.map((client) => row(client, 'asking')),
    ],
    late: late.map((client) => row(client, 'late')),
    free,
    yields,
    held: holders.length > 0,
  };
}

/** Who asks may get what comes: not where the rule names whom, or nobody. */
function mayAsk({ rule }: AudienceView[Group]): boolean {
  return rule.kind === 'first' || rule.kind === 'everyone';
}

/** Who was last heard of longer ago, and longer than a few of its own gaps, asks no more. */
const GONE_MS = 60_000;
const GONE_GAPS = 4;

/** Who asks for the notices of a group, in the order of the first request of each, and how often. */
function askingFor(group: Group, clients: readonly ClientView[], now: number): Map<string, number | null> {
  const asking = clients.flatMap(({ address, polls }): [string, number | null][] => {
    const own = polls.filter(({ path, lastAt, everyMs }) => {
      const goneAfter = Math.max(GONE_MS, GONE_GAPS * (everyMs ?? 0));
      return noticeGroup(path) === group && now - Date.parse(lastAt) < goneAfter;
    });
    const gaps = own.map(({ everyMs }) => everyMs).filter((gap) => gap !== null);
    return own.length === 0 ? [] : [[address, gaps.length === 0 ? null : Math.min(...gaps)]];
  });
  return new Map(asking);
}

function gettersOf({ rule, holders }: AudienceView[Group], readers: string[]): string[] {
  if (rule.kind === 'first') return [...holders].sort((a, b) => a.place - b.place).map(({ client }) => client);
  if (rule.kind === 'only') return rule.clients;
  return rule.kind === 'everyone' ? readers : [];
}

/** Of what stands now, the interruption before all else; with nothing standing, of the last event that anybody read. */
function latestSightings(group: Group, events: readonly EventView[]): EventView['seenBy'] {
  const own = events.filter((event) => event.group === group);
  const standing = own.filter(isShown);
  const told = standing.find(({ kind }) => kind === 'spot-interruption') ?? standing[0];
  return (told ?? own.find(({ seenBy }) => seenBy.length > 0))?.seenBy ?? [];
}

function isShown({ phase }: EventView): boolean {
  return phase === 'noticed' || phase === 'reached';
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five'];

/** The rule in a few words: `first 2 clients`. */
export function ruleText(rule: AudienceRule): string {
  if (rule.kind === 'first') return rule.count === 1 ? 'first client' : `first ${rule.count} clients`;
  if (rule.kind === 'only')
    return rule.clients.length === 1 ? `only ${rule.clients[0]}` : `only ${rule.clients.length} named`;
  return rule.kind;
}

/** What is said while nobody asks. */
export function emptyText(rule: AudienceRule): string {
  if (rule.kind === 'nobody') return 'Nobody gets notices.';
  if (rule.kind === 'everyone') return 'Nobody asks for notices yet. Everyone who does will see them.';
  return `Nobody asks for notices yet. ${firstText(rule)}`;
}

/** Whom a notice would reach, where places are counted. */
export function firstText(rule: AudienceRule): string {
  if (rule.kind !== 'first') return '';
  if (rule.count === 1) return 'The first one that asks while there is one will see it.';
  return `The first ${WORDS[rule.count] ?? rule.count} that ask while there is one will see it.`;
}

/** `every 1.0 s`; `asks` where it is not known how often. */
export function everyText(everyMs: number | null): string {
  return everyMs === null ? 'asks' : `every ${elapsed(everyMs)}`;
}

export function freeText(free: number): string {
  return free === 1 ? '1 place free' : `${free} places free`;
}
