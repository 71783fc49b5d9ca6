// Who is shown under "Who gets notices": holders of places, those named, those who came too late, and when each one read it.
import type { AudienceView, EventView } from '../../../app/contract/events.ts';
import type { AudienceRule } from '../../../app/events/schema.ts';
import { GROUPS, type Group } from '../../../app/events/kinds.ts';

export type AudienceRow = {
  group: Group;
  client: string;
  /** `seen`: read the latest notice; `waiting`: would get it, has not read it; `late`: found every place taken. */
  standing: 'seen' | 'waiting' | 'late';
  /** Milliseconds from the notice to the first reading; null when it has not been read. */
  afterMs: number | null;
};

export type AudienceGroup = {
  group: Group;
  rows: AudienceRow[];
  /** Places left; null where places are not counted. */
  free: number | null;
  /** True when there are places that could be freed. */
  held: boolean;
};

/** The groups that have something to show; spot, which most people mean, comes first. */
export function audienceGroups(audience: AudienceView, events: readonly EventView[]): AudienceGroup[] {
  return GROUPS.map((group) => groupOf(group, audience[group], events)).filter(({ rows }) => rows.length > 0);
}

function groupOf(group: Group, view: AudienceView[Group], events: readonly EventView[]): AudienceGroup {
  return { group, rows: rowsOf(group, view, events), free: view.free, held: view.holders.length > 0 };
}

function rowsOf(group: Group, view: AudienceView[Group], events: readonly EventView[]): AudienceRow[] {
  const seenBy = latestSightings(group, events);
  const after = new Map(seenBy.map((sighting) => [sighting.client, sighting.afterMs]));
  const getters = gettersOf(view, [...after.keys()]);
  const rows = getters.map((client): AudienceRow => {
    const afterMs = after.get(client) ?? null;
    return { group, client, standing: afterMs === null ? 'waiting' : 'seen', afterMs };
  });
  const late = view.late.filter(({ client }) => !getters.includes(client));
  return [...rows, ...late.map(({ client }): AudienceRow => ({ group, client, standing: 'late', afterMs: null }))];
}

function gettersOf({ rule, holders }: AudienceView[Group], readers: string[]): string[] {
  if (rule.kind === 'first') return [...holders].sort((a, b) => a.place - b.place).map(({ client }) => client);
  if (rule.kind === 'only') return rule.clients;
  return rule.kind === 'everyone' ? readers : [];
}

/** Of what stands now, the interruption before all else; with nothing standing, of the last event that anybody read. */
function latestSightings(group: Group, events: readonly EventView[]): EventView['seenBy'] {
  const own = events.filter((event) => event.group === group);
  const standing = own.filter(({ phase }) => phase === 'noticed' || phase === 'reached');
  const told = standing.find(({ kind }) => kind === 'spot-interruption') ?? standing[0];
  return (told ?? own.find(({ seenBy }) => seenBy.length > 0))?.seenBy ?? [];
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five'];

/** The rule in a few words: `first 2 clients`. */
export function ruleText(rule: AudienceRule): string {
  if (rule.kind === 'first') return rule.count === 1 ? 'first client' : `first ${rule.count} clients`;
  if (rule.kind === 'only')
    return rule.clients.length === 1 ? `only ${rule.clients[0]}` : `only ${rule.clients.length} named`;
  return rule.kind;
}

/** What is said while there is nobody to show. */
export function emptyText(rule: AudienceRule): string {
  if (rule.kind === 'nobody') return 'Nobody gets notices.';
  if (rule.kind !== 'first') return 'Nobody has read a notice yet.';
  if (rule.count === 1) return 'Nobody has asked yet. The first one that does will see them.';
  return `Nobody has asked yet. The first ${WORDS[rule.count] ?? rule.count} that do will see them.`;
}

export function freeText(free: number): string {
  return free === 1 ? '1 place free' : `${free} places free`;
}
