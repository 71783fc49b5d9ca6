// Questions about notices that a client asks again and again: kept while nothing that they follow from has changed.
import { putWithin } from '../bounded.ts';
import type { Request } from '../answer/request.ts';
import type { Instance } from '../world/world.ts';
import type { Places } from './audience.ts';
import type { Group } from './kinds.ts';
import type { NoticeQuestion } from './notice-question.ts';
import { forEachGroup } from './on-the-wire.ts';

/** What a question follows from, beside the client that asks. */
export type Asked = { instance: Instance; group: Group; holders: Places; now: number };

/** A question, and until when (milliseconds since 1970, not including that moment) it stays the same. */
export type Asking = { question: NoticeQuestion; until: number };

type Kept = Asking & { holders: Places; from: number };

/** Clients in one group of one instance value. */
const MAX_CLIENTS = 1000;

const kept = new WeakMap<Instance, Record<Group, Map<string, Kept>>>();

/** What `make` says, or what it said before where it would be the same. Only who asks with a GET is remembered. */
export function keepQuestion(
  asked: Asked,
  request: Pick<Request, 'client' | 'method' | 'own'>,
  make: () => Asking,
): NoticeQuestion {
  if (request.own || request.method !== 'GET') return make().question;
  const { instance, group, holders, now } = asked;
  const clients = clientsOf(instance)[group];
  const known = clients.get(request.client);
  if (known?.holders === holders && known.from <= now && now < known.until) return known.question;
  return putWithin(clients, MAX_CLIENTS, request.client, { ...make(), holders, from: now }).question;
}

function clientsOf(instance: Instance): Record<Group, Map<string, Kept>> {
  const known = kept.get(instance);
  if (known) return known;
  const made = forEachGroup(() => new Map<string, Kept>());
  kept.set(instance, made);
  return made;
}
