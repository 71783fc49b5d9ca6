// A client of an instance as the control API shows it: what it did, which notices it gets, and what can be said of both.
import type { ClientView } from '../contract/traffic.ts';
import { stands, visibleFrom } from '../events/event.ts';
import { forEachGroup, groupOf } from '../events/on-the-wire.ts';
import type { Event } from '../events/schema.ts';
import { isoTime } from '../time.ts';
import { heldBy } from '../traffic/held-credentials.ts';
import { pollEveryMs, type Polls } from '../traffic/polls.ts';
import { sightingsOf } from '../traffic/sightings.ts';
import { type Client, groupsHeld, placesOf, type Traffic } from '../traffic/traffic.ts';
import type { Instance } from '../world/world.ts';
import { heldView } from './credentials-view.ts';
import { type AskedPath, diagnosis } from './diagnosis.ts';
import { seesGroup } from './sees.ts';

/** What is known of the world around a client; `instance` is undefined where the one that it asked is no more. */
type Around = { instance: Instance | undefined; traffic: Traffic; hops: Pick<ClientView, 'hops' | 'hopsGiven'> };

/** A client at `now`, in milliseconds since 1970. */
export function clientView(client: Client, { instance, traffic, hops }: Around, now: number): ClientView {
  const { firstSeen, lastSeen, v1Requests, polls: asked, ...rest } = client;
  const v1Share = client.requests === 0 ? 0 : v1Requests / client.requests;
  const polls = pathsOf(asked);
  const notice = instance ? noticeOf(instance, client, traffic, now) : null;
  return {
    ...rest,
    firstSeen: isoTime(firstSeen),
    lastSeen: isoTime(lastSeen),
    v1Share,
    label: traffic.labels.get(client.address) ?? null,
    places: groupsHeld(traffic, client),
    ...hops,
    sees: forEachGroup((group) =>
      instance
        ? seesGroup(instance.audience[group], placesOf(traffic, instance.name).holders[group], client.address)
        : GONE,
    ),
    polls: polls.map((poll) => ({ ...poll, lastAt: isoTime(poll.lastAt) })),
    notice,
    credentials: heldView(heldBy(traffic.credentials, client), instance, now),
    diagnosis: diagnosis({ polls, notice, v1Share }, now),
  };
}

const GONE = { sees: false, reason: 'the instance is no more', byPlaces: false };

function pathsOf(polls: Polls): AskedPath[] {
  return [...polls].map(([path, poll]) => ({
    path,
    everyMs: pollEveryMs(poll),
    times: poll.times,
    lastAt: poll.lastAt,
  }));
}

/** What stands that this client has read, or would get: the newest interruption before anything else. */
function noticeOf(instance: Instance, { address }: Client, traffic: Traffic, now: number): ClientView['notice'] {
  const event = newestStanding(instance.events, now);
  if (!event) return null;
  const read = sightingsOf(traffic.sightings, instance.name, event.id)?.get(address);
  const group = groupOf(event);
  const places = placesOf(traffic, instance.name).holders[group];
  if (!read && !seesGroup(instance.audience[group], places, address).sees) return null;
  return { event: event.id, kind: event.kind, readAfterMs: read?.afterMs ?? null };
}

function newestStanding(events: readonly Event[], now: number): Event | undefined {
  const shown = events.filter((event) => stands(event, now)).toSorted((a, b) => visibleFrom(b) - visibleFrom(a));
  return shown.find(({ kind }) => kind === 'spot-interruption') ?? shown[0];
}
