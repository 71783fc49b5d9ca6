// What reading a path of AEMM's comes to, and why; three counters of clients.
import type { Abilities } from '../abilities.ts';
import type { Located, Reading } from '../answer/dialect.ts';
import { NO_EVENTS, type Node } from '../answer/node.ts';
import type { Why } from '../answer/why.ts';
import { absenceOf, fillingOf } from '../events/absence.ts';
import { NO_NOTICE, type NoticeQuestion } from '../events/notice-question.ts';
import { placeQuestion } from '../events/notice.ts';
import { groupOf } from '../events/on-the-wire.ts';
import { isKnownPath } from '../metadata/catalog/paths.ts';
import * as pages from './pages.ts';
import { noticePage } from './notice-page.ts';
import { runOf } from './notices.ts';
import { noticeFor } from './routes.ts';

/** A client takes its place when it first asks, due or not. */
export function questionOf(located: Located): NoticeQuestion {
  const notice = located.found.node?.notice;
  return notice ? placeQuestion(located, groupOf(notice)) : NO_NOTICE;
}

export function readNode(
  abilities: Abilities,
  { instance, request, now }: Located,
  node: Node,
  place: NoticeQuestion,
): Reading {
  const { notice: route } = node;
  if (!route) return { page: node.page, why: () => sourceOf(node), events: NO_EVENTS };
  if (place.hidden) return hidden(place);
  const notice = noticePage(abilities, instance, node, route, now);
  if (!notice) return { page: pages.NOT_FOUND, why: () => absenceOf(instance, route, now), events: NO_EVENTS };
  const { page, events } = notice;
  const why: Reading['why'] = () => (events.length === 0 ? factRule(route.key) : { rule: 'event', events });
  const isSilent = route.kind === 'lifecycle' && request.method !== 'GET';
  return isSilent ? { page: pages.NOTHING_SAID, why, events: NO_EVENTS } : { page, why, events };
}

function hidden({ events }: NoticeQuestion): Reading {
  return { page: pages.NOT_FOUND, why: () => ({ rule: 'no-place', events }), events: NO_EVENTS };
}

export function sourceOf({ leaf, path }: Node): Pick<Why, 'rule' | 'fact' | 'override'> {
  if (!leaf) return { rule: path === '/' ? 'versions' : 'listing' };
  return leaf.source === 'override' ? { rule: 'override', override: path } : factRule(leaf.fact);
}

export function missing({ instance, found: { path }, now }: Located): Pick<Why, 'rule' | 'override' | 'events'> {
  const absent = Object.keys(instance.overrides).find((one) => path === one || path.startsWith(`${one}/`));
  if (absent !== undefined) return { rule: 'made-absent', override: absent };
  const filling = noticeFor(runOf(instance).settings, path) ?? fillingOf(path);
  if (filling) return absenceOf(instance, filling, now);
  return { rule: isKnownPath(path) ? 'not-on-instance' : 'not-found' };
}

function factRule(fact: string | undefined): Pick<Why, 'rule' | 'fact'> {
  return fact === undefined ? { rule: 'fact' } : { rule: 'fact', fact };
}
