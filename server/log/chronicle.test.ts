// What happens to events stands in the log, between the requests that it changes.
import { afterEach, expect, test } from 'vitest';
import { rawAsk } from '../imds/raw-ask.example.ts';
import { type ExampleRuntime, START, startedRuntime } from '../runtime.example.ts';

const ACTION = 'GET /latest/meta-data/spot/instance-action HTTP/1.1';
let example: ExampleRuntime;

afterEach(() => example.runtime.stop());

async function lines(filter = '') {
  const { items } = await example.did('requests.list', filter === '' ? {} : { filter });
  return items.map((item) => (item.kind === 'event' ? `${item.what}: ${item.why}` : item.rule));
}

test('cause and effect: fired, noticed, reached, cancelled', async () => {
  example = await startedRuntime();
  await rawAsk(example.port(), [ACTION]);
  const { events } = await example.did('events.interrupt', { noticeInSeconds: 30 });
  await rawAsk(example.port(), [ACTION]);
  example.clock.move(30_000);
  await rawAsk(example.port(), [ACTION]);
  example.clock.move(120_000);
  await example.did('events.cancel', { id: events[0]?.id ?? '' });
  await rawAsk(example.port(), [ACTION]);
  expect(await lines()).toEqual([
    'no-event',
    'fired: spot interruption fired by the panel: terminate, notice in 30 s, action in 2 min 30 s',
    'not-due',
    'noticed: spot interruption is on the wire: its notice came',
    'event',
    'reached: spot interruption has reached its action time',
    'cancelled: spot interruption cancelled',
    'no-event',
  ]);
  const { items } = await example.did('requests.list', {});
  expect(items[3]).toEqual({
    kind: 'event',
    sequence: 4,
    at: new Date(START + 30_000).toISOString(),
    instance: 'spot',
    event: events[0]?.id,
    what: 'noticed',
    tag: 'interruption',
    why: 'spot interruption is on the wire: its notice came',
  });
});

test('a skip, and what it brought; what replaces another ends it', async () => {
  example = await startedRuntime();
  await example.did('events.rebalance', { inSeconds: 60 });
  await example.did('events.skip', { seconds: 90 });
  await example.did('events.rebalance', {});
  expect((await lines()).map((line) => line.split(':')[0])).toEqual([
    'fired',
    'skipped',
    'noticed',
    'cancelled',
    'fired',
  ]);
});

test('undo and redo: withdrawn, and back', async () => {
  example = await startedRuntime();
  await example.did('events.lifecycle', { state: 'Terminated' });
  example.clock.move(1000);
  await example.did('world.undo', {});
  example.clock.move(1000);
  await example.did('world.redo', {});
  expect(await lines()).toEqual([
    'fired: lifecycle state fired by the panel: Terminated',
    'withdrawn: lifecycle state withdrawn',
    'restored: lifecycle state is back',
  ]);
});

test('requests and lines have numbers of one kind, and are counted apart', async () => {
  example = await startedRuntime();
  await rawAsk(example.port(), [ACTION]);
  await example.did('events.maintenance', { code: 'instance-stop' });
  await rawAsk(example.port(), [ACTION]);
  const { counts } = await example.did('status.get');
  expect(counts).toMatchObject({ requests: 2, kept: 2, dropped: 0, first: 1, last: 3, lastMinute: 2 });
  expect(await example.refused('requests.get', { sequence: 2 })).toMatchObject({
    code: 'NOT_FOUND',
    message: '2 is a line about an event, not a request; /v1/requests says all there is of it.',
  });
});

test.each([
  ['events:off', ['no-event', 'event']],
  ['-events:off', ['fired']],
  ['status:404', ['no-event', 'fired']],
  ['since:event', ['fired', 'event']],
  ['event:maintenance', []],
  ['last:5m', ['no-event', 'fired', 'event']],
  ['last:30s', ['event']],
  ['-since:event', ['no-event']],
])('%s shows %j', async (filter, shown) => {
  example = await startedRuntime();
  await rawAsk(example.port(), [ACTION]);
  example.clock.move(10_000);
  await example.did('events.interrupt', {});
  example.clock.move(40_000);
  await rawAsk(example.port(), [ACTION]);
  expect((await lines(filter)).map((line) => line.split(':')[0])).toEqual(shown);
});
