// The page of a notice, which tells whole seconds: it is kept for its second.
import type { Abilities } from '../abilities.ts';
import type { Node, NoticeRoute } from '../answer/node.ts';
import type { Page } from '../answer/page.ts';
import { nextPhaseChange } from '../events/on-the-wire.ts';
import { wholeSeconds } from '../time.ts';
import type { Instance } from '../world/world.ts';
import { noticeAt, runOf } from './notices.ts';
import * as pages from './pages.ts';
import { contentTypeOf } from './site.ts';

type NoticePage = { page: Page; events: readonly string[] };

/** `from` and `until` (not including that moment) in milliseconds since 1970. */
type Kept = { instance: Instance; from: number; until: number; notice: NoticePage | undefined };

/** A node belongs to one site, and that to one value of an instance. */
const kept = new WeakMap<Node, Kept>();

/** What stands at a notice's path at `now`, and the events that it shows; undefined while nothing does. */
export function noticePage(abilities: Abilities, instance: Instance, node: Node, route: NoticeRoute, now: number) {
  const known = kept.get(node);
  if (known?.instance === instance && known.from <= now && now < known.until) return known.notice;
  const notice = noticeAt(runOf(instance), route, instance.events, now);
  const made = notice && {
    page: pages.contentPage(abilities, { body: notice.body, contentType: contentTypeOf(notice) }),
    events: notice.events,
  };
  kept.set(node, { instance, from: now, until: holdsUntil(instance, now), notice: made });
  return made;
}

/** The next second, or before that the next notice. */
function holdsUntil({ events }: Instance, now: number): number {
  return Math.min(wholeSeconds(now) + 1000, nextPhaseChange(events, now));
}
