// What reading a path of the real service comes to, and why.
import { given } from '../answer/answer.ts';
import type { Located, Reading } from '../answer/dialect.ts';
import { ancestors, NO_EVENTS, type Node } from '../answer/node.ts';
import { absenceOf, fillingOf } from '../events/absence.ts';
import { NO_NOTICE, type NoticeQuestion } from '../events/notice-question.ts';
import { noticeQuestion, placeQuestion } from '../events/notice.ts';
import { GROUP_OF } from '../events/on-the-wire.ts';
import { isKnownPath } from '../metadata/catalog/paths.ts';
import type { Page } from '../answer/page.ts';
import type { TokenFinding, Why } from '../answer/why.ts';
import type { CredentialSet } from '../metadata/credentials.ts';
import { hidesTags } from './option-rules.ts';

/** A path under a version that there is not says nothing about notices. */
export function questionOf(located: Located): NoticeQuestion {
  const { found } = located;
  return found.problem ? NO_NOTICE : noticeQuestion(located, found.path);
}

/** A value or a listing; a GET of a value that carries events has seen each, and one of credentials has got them. */
export function readNode({ request }: Located, node: Node, notice: NoticeQuestion, token: TokenFinding): Reading {
  const isGet = request.method === 'GET';
  const { page, set } = servedTo(node, token);
  const why = () => ({ ...sourceOf(node, notice), ...(set ? { credentials: set } : {}) });
  return { page, why, events: isGet ? (node.leaf?.events ?? NO_EVENTS) : NO_EVENTS, set: isGet ? set : undefined };
}

/** Without a token some get credentials of another set (imds.md 8). */
function servedTo(node: Node, token: TokenFinding): { page: Page; set: CredentialSet | undefined } {
  if (node.withoutToken && token.state === 'none') return node.withoutToken;
  return { page: node.page, set: node.leaf?.credentials?.set };
}

type Source = Pick<Why, 'rule' | 'fact' | 'events' | 'override'>;

export function sourceOf(node: Node, notice: NoticeQuestion = NO_NOTICE): Source {
  const { leaf } = node;
  if (!leaf) return { rule: node.isVersionList ? 'versions' : 'listing' };
  if (leaf.source === 'override') return { rule: 'override', override: leaf.path };
  if (notice.hidden) return { rule: 'no-place', events: notice.events };
  const events = leaf.because === undefined ? leaf.events : [leaf.because];
  if (leaf.source === 'event') return events.length === 0 ? { rule: 'computed' } : { rule: 'event', events };
  return leaf.fact === undefined ? { rule: leaf.source } : { rule: leaf.source, fact: leaf.fact };
}

/** Why there is nothing at a path. */
export function missing(located: Located, notice: NoticeQuestion): Source & Pick<Why, 'given' | 'audience'> {
  const { instance, found } = located;
  const { problem, version } = found;
  if (problem === 'unknown-version' || problem === 'newer-than-version') return { rule: problem, ...given(version) };
  const override = [found.path, ...ancestors(found.path)].find((path) => {
    const one = instance.overrides[path];
    return one !== undefined && 'absent' in one;
  });
  if (override !== undefined) return { rule: 'made-absent', override };
  if (hidesTags(instance, found.path)) return { rule: 'tags-disabled' };
  return withoutEvents(located, notice) ?? { rule: isKnownPath(found.path) ? 'not-on-instance' : 'not-found' };
}

/** Where only events say something. Asking for a directory takes no place, but who has none does not see it. */
function withoutEvents(
  located: Located,
  notice: NoticeQuestion,
): Pick<Why, 'rule' | 'events' | 'audience'> | undefined {
  const { instance, found, now } = located;
  const filling = fillingOf(found.path);
  if (filling === undefined) return undefined;
  const absence = absenceOf(instance, filling, now);
  if (absence.rule !== 'no-place') return absence;
  if (notice.hidden) return { rule: 'no-place', events: notice.events };
  return { ...absence, ...placeQuestion(located, GROUP_OF[filling.kind]).why };
}
