// What is worth a notification: the difference between two looks at the instance. Pure.
import type { EventView } from '../../app/contract/events.ts';
import type { Status } from '../../app/contract/server.ts';
import type { Settings } from '../../app/settings/schema.ts';
import { elapsed } from '../../app/words.ts';

export type Look = { events: readonly EventView[]; state: Status['state'] };
export type News = { setting: keyof Settings & `notify${string}`; title: string; body: string };

type Spot = Extract<EventView, { kind: 'spot-interruption' }>;

/** Nothing at the first look: what is there already is no news. */
export function newsBetween(before: Look | null, after: Look): News[] {
  if (before === null) return [];
  const known = new Map(before.events.map((event) => [event.id, event]));
  const spots = after.events.filter((event) => event.kind === 'spot-interruption');
  return [...spots.flatMap((event) => newsOfSpot(known.get(event.id), event)), ...newsOfServer(before, after)];
}

/** One of a kind in this time; more would be noise. */
export const QUIET_MS = 5000;

/** When one of each kind was told last, in milliseconds. */
export type Told = Map<News['setting'], number>;

/** Whether one of its kind was told just before; otherwise this one is noted as told. */
export function isTooSoon(told: Told, { setting }: News, now: number): boolean {
  const last = told.get(setting);
  if (last !== undefined && now - last < QUIET_MS) return true;
  told.set(setting, now);
  return false;
}

function newsOfSpot(before: EventView | undefined, event: Spot): News[] {
  const news: News[] = [];
  const was = before?.phase;
  if (event.phase === 'noticed' && was !== 'noticed')
    news.push({ setting: 'notifyInterruption', title: 'Interruption', body: `The notice to ${event.action} stands.` });
  if (event.phase === 'reached' && was !== 'reached')
    news.push({ setting: 'notifyAction', title: 'Action time reached', body: 'Metadeck is still answering.' });
  const [first] = event.seenBy;
  if (first !== undefined && (before?.seenBy.length ?? 0) === 0) {
    news.push({
      setting: 'notifySighting',
      title: 'Notice read',
      body: `${first.client} read it after ${elapsed(first.afterMs)}.`,
    });
  }
  return news;
}

/** Stopped by hand is `stopped`; `failed` is what nobody asked for. */
function newsOfServer(before: Look, after: Look): News[] {
  if (before.state !== 'listening' || after.state !== 'failed') return [];
  return [{ setting: 'notifyStopped', title: 'Metadeck no longer listens', body: 'Open the window to see why.' }];
}
