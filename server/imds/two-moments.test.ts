// With the core's own answers: a token, a place and a sighting are there only once the answer has left.
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import type { Answered } from '../../app/answer/answer.ts';
import { interrupt } from '../../app/events/fire.ts';
import { exampleService, INSTANCE_ACTION } from '../../app/service.example.ts';
import { exampleAnswering } from './answering.example.ts';
import { get, openPlane, type Plane } from './outcomes.example.ts';
import { connect } from './raw-ask.example.ts';

const PUT = 'PUT /latest/api/token HTTP/1.1\r\nHost: 127.0.0.1\r\nX-aws-ec2-metadata-token-ttl-seconds: 60\r\n\r\n';
const GET = get(`/latest/${INSTANCE_ACTION}`, false).replace('Host: a', 'Host: 127.0.0.1');

let plane: Plane;
afterEach(() => plane.close());

/** What there is of tokens, places and sightings. */
function traces(): { tokens: number; places: number; sightings: number } {
  const { tokens, places, sightings } = plane.answering.traffic.traffic;
  const held = [...places.values()].map(({ holders }) => holders.spot.size);
  return { tokens: tokens.size, places: held.reduce((sum, one) => sum + one, 0), sightings: sightings.seen.size };
}

/** An instance with an interruption that the first client sees, whose answers come `afterMs` later. */
async function open(afterMs: number): Promise<void> {
  const service = exampleService();
  service.change((instance) => ({
    ...instance,
    audience: { ...instance.audience, spot: { kind: 'first', count: 1 } },
  }));
  service.fire((instance, firing) => interrupt(instance, {}, firing));
  const base = exampleAnswering();
  const respond = (...given: Parameters<typeof base.respond>): Answered => {
    const answered = base.respond(...given);
    if (answered.outcome.kind === 'later') throw new Error('The core held it back by itself.');
    return { ...answered, outcome: { kind: 'later', afterMs, what: answered.outcome } };
  };
  plane = await openPlane({}, { answering: { respond, world: () => service.world, now: () => service.now } });
}

test.each([
  ['a token', PUT, 200, { tokens: 1, places: 0, sightings: 0 }],
  ['a notice', GET, 200, { tokens: 0, places: 1, sightings: 1 }],
])('%s that was sent', async (_name, request, status, expected) => {
  await open(10);
  const { socket, end } = await connect(plane.port);
  socket.write(request);
  expect(await end).toContain(`HTTP/1.1 ${status}`);
  expect(traces()).toEqual(expected);
});

test.each([
  ['a token', PUT],
  ['a notice', GET],
])('%s that its client did not wait for', async (_name, request) => {
  await open(50_000);
  const { socket, end } = await connect(plane.port);
  socket.end(request);
  await Promise.all([end, once(socket, 'close')]);
  await expect.poll(() => plane.rows()).toMatchObject([{ status: null, rule: 'left' }]);
  expect(traces()).toEqual({ tokens: 0, places: 0, sightings: 0 });
});
