// Reading what carries events or credentials, what says something about places, and what a version has not.
import type { Abilities } from '../abilities.ts';
import { NO_NOTICE, type NoticeQuestion } from '../events/notice-question.ts';
import { firstSighting, momentsOf, sightings } from '../events/notice.ts';
import { type Answered, reply } from './answer.ts';
import type { Dialect, Located, Reading } from './dialect.ts';
import type { KeptReasons } from './kept-reasons.ts';
import { NO_EVENTS } from './node.ts';
import type { CredentialSet } from '../metadata/credentials.ts';
import type { Effect } from '../traffic/traffic.ts';
import type { Instance } from '../world/world.ts';
import { tokenEffects } from './tokens.ts';
import type { TokenFinding, Why } from './why.ts';

type Read = (dialect: Dialect, located: Located, token: TokenFinding, question: NoticeQuestion) => Answered;

/** Answers with what is there, and says what whoever reads it has seen and got. */
export function createRead(abilities: Abilities, reasons: KeptReasons): Read {
  return function read(dialect, located, token, question) {
    const { instance, traffic, request, found, now } = located;
    const reading = readingOf(dialect, located, token, question);
    const { page, events, set } = reading;
    const seen = request.own || events.length === 0 ? [] : sightings(instance, events, request.client, now);
    const why = whyRead(located, token, question, reading, firstSighting(traffic, seen));
    const got: readonly Effect[] =
      request.own || !set ? seen : [...seen, credentialsRead(instance, set, request.client)];
    const moments = momentsOf(question, tokenEffects(token, request, found.path), got);
    return reply(page, why, moments, toldOf(dialect, token));
  };

  function readingOf(dialect: Dialect, located: Located, token: TokenFinding, question: NoticeQuestion): Reading {
    const { node } = located.found;
    if (node) return dialect.read(abilities, located, node, question, token);
    return { page: dialect.notFound, why: () => dialect.missing(located, question), events: NO_EVENTS };
  }

  function whyRead(
    { instance, found: { path, node } }: Located,
    token: TokenFinding,
    question: NoticeQuestion,
    { page, why }: Reading,
    firstSightingMs: number | undefined,
  ): Why {
    const make = (): Why => ({ instance: instance.name, path, token, ...question.why, ...why() });
    if (firstSightingMs !== undefined) return { ...make(), firstSightingMs };
    // That there is no notice is one question for all instances.
    return node || question !== NO_NOTICE ? reasons.asked(question, { path, node, page, token }, make) : make();
  }
}

/** That a client got a set. */
function credentialsRead({ name }: Instance, set: CredentialSet, client: string): Effect {
  return { kind: 'credentials-read', instance: name, client, set };
}

/** Seconds of a valid token that are left, where the dialect tells them. */
export function toldOf({ token: { isToldInHead } }: Dialect, token: TokenFinding): number | undefined {
  return isToldInHead && token.state === 'valid' ? token.secondsLeft : undefined;
}
