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
import { givenKeys, heldView } from './credentials-view.ts';
import { type AskedPath, diagnosis } from './diagnosis.ts';
import { seesGroup } from './sees.ts';

/** An instance at a moment, with what is the same for all its clients. */
type Asked = {
  instance: Instance;
  /** What stands: the newest interruption before anything else. */
  standing: Event | undefined;
  /** The access key ids that it gives out, made once where some client holds any: they take longer than all else. */
  given: () => ReadonlySet<string>;
};

/** An instance at `now`, in milliseconds since 1970, for the views of its clients. */
export function askedInstance(instance: Instance, now: number): Asked {
  let keys: ReadonlySet<string> | undefined;
  const given = () => (keys ??= givenKeys(instance, now));
  return { instance, standing: newestStanding(instance.events, now), given };
}

/** What is known of the world around a client; `asked` is undefined where the instance that it asked is no more. */
type Around = { asked: Asked | undefined; traffic: Traffic; hops: Pick<ClientView, 'hops' | 'hopsGiven'> };

/** A client at `now`, in milliseconds since 1970. */
export function clientView(client: Client, { asked, traffic, hops }: Around, now: number): ClientView {
  const { firstSeen, lastSeen, v1Requests, polls: polled, ...rest } = client;
  const v1Share = client.requests === 0 ? 0 : v1Requests / client.requests;
  const polls = pathsOf(polled);
  const notice = asked ? noticeOf(asked, client, traffic) : null;
  const held = heldBy(traffic.credentials, client);
  return {
    ...rest,
    firstSeen: isoTime(firstSeen),
    lastSeen: isoTime(lastSeen),
    v1Share,
    label: traffic.labels.get(client.address) ?? null,
    places: groupsHeld(traffic, client),
    ...hops,
    sees: forEachGroup((group) =>
      asked
        ? seesGroup(asked.instance.audience[group], placesOf(traffic, client.instance).holders[group], client.address)
        : GONE,
    ),
    polls: polls.map((poll) => ({ ...poll, lastAt: isoTime(poll.lastAt) })),
    notice,
    credentials: heldView(held, held.length > 0 && asked ? asked.given() : NO_KEYS),
    diagnosis: diagnosis({ polls, notice, v1Share }, now),
  };
}

const NO_KEYS: ReadonlySet<string> = new Set();
const GONE = { sees: false, reason: 'the instance is no more', byPlaces: false };

function pathsOf(polls: Polls): AskedPath[] {
  return [...polls].map(([path, poll]) => ({
    path,
    everyMs: pollEveryMs(poll),
    times: poll.times,
    lastAt: poll.lastAt,
  }));
}

/** What stands, where this client has read it or would get it. */
function noticeOf({ instance, standing: event }: Asked, { address }: Client, traffic: Traffic): ClientView['notice'] {
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
