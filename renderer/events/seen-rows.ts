// Who has read a notice and who is still expected to. Pure.
import type { AudienceView, EventView } from '../../app/contract/events.ts';

export type SeenRow = { client: string; afterMs: number | null };

/** Readers by how soon they were, then those who hold a place, or are named, and have not read it yet. */
export function seenRows(event: EventView, audience: AudienceView | null): SeenRow[] {
  const readers = [...event.seenBy].sort((a, b) => a.afterMs - b.afterMs);
  const read = new Set(readers.map(({ client }) => client));
  const expected = audience === null ? [] : expectedOf(audience[event.group]);
  return [
    ...readers.map(({ client, afterMs }) => ({ client, afterMs })),
    ...expected.filter((client) => !read.has(client)).map((client) => ({ client, afterMs: null })),
  ];
}

function expectedOf({ rule, holders }: AudienceView['spot']): string[] {
  return rule.kind === 'only' ? rule.clients : holders.map(({ client }) => client);
}
