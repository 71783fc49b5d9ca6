// A mirror of the world as the server tells it: events and who gets them. Metadata is pulled by the screens that show it.
import { create } from 'zustand';
import type { AudienceView, EventView } from '../../app/contract/events.ts';
import { call } from '../control/control.ts';

type WorldMirror = {
  /** Newest first; null until the first answer. */
  events: EventView[] | null;
  audience: AudienceView | null;
  /** Changes whenever the world does: whoever shows metadata, facts or options pulls again. */
  revision: number;
};

export const useWorld = create<WorldMirror>()(() => ({ events: null, audience: null, revision: 0 }));

export async function pullEvents(): Promise<void> {
  const [events, audience] = await Promise.all([call('events.list', {}), call('audience.get', {})]);
  useWorld.setState({
    ...(events.ok ? { events: events.data.items } : {}),
    ...(audience.ok ? { audience: audience.data } : {}),
  });
}

export function worldChanged(): void {
  useWorld.setState(({ revision }) => ({ revision: revision + 1 }));
}
