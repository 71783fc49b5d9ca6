// Undo and redo over all that they cover, and what they leave alone (behaviour.md, Edits; Who gets notices).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input, OperationName } from '../../app/contract/contract.ts';
import { startedRuntime, type ExampleRuntime } from '../runtime.example.ts';
import { partsOf, rawAsk } from '../imds/raw-ask.example.ts';

let example: ExampleRuntime;
beforeEach(async () => {
  example = await startedRuntime();
});
afterEach(() => example.runtime.stop());

const TITLES: [OperationName, Input<OperationName>, string][] = [
  ['metadata.set', { path: 'meta-data/instance-id', value: 'i-00000001' }, 'set meta-data/instance-id'],
  ['metadata.set', { path: 'meta-data/mine', value: '1' }, 'set meta-data/mine'],
  ['metadata.set', { path: 'meta-data/iam', absent: true }, 'made meta-data/iam absent'],
  ['facts.patch', { instanceType: 'c7g.large' }, 'changed instanceType'],
  ['options.patch', { httpTokens: 'required' }, 'changed metadata options'],
  [
    'options.patch',
    {
      httpEndpoint: 'disabled',
      httpPutResponseHopLimit: 2,
      httpProtocolIpv6: 'enabled',
      instanceMetadataTags: 'disabled',
    },
    'changed metadata options',
  ],
  ['audience.set', { kind: 'nobody' }, 'changed who gets notices'],
  ['events.interrupt', {}, 'fired interruption'],
  ['events.rebalance', {}, 'recommended a rebalance'],
  ['events.maintenance', { code: 'instance-stop' }, 'scheduled instance-stop'],
  ['events.lifecycle', { state: 'Standby' }, 'set lifecycle state Standby'],
];

describe('each edit is one step, with a title; undo takes it back and redo brings it again', () => {
  test.each(TITLES)('%s %j: %s', async (name, input, title) => {
    const before = await example.did('world.get');
    await example.did(name, input);
    const after = await example.did('world.get');
    expect(after).not.toEqual(before);
    expect(example.runtime.status()).toMatchObject({ undo: title, redo: null });
    expect(await example.did('world.undo')).toEqual({ title });
    expect(await example.did('world.get')).toEqual(before);
    expect(example.runtime.status()).toMatchObject({ undo: null, redo: title });
    expect(await example.did('world.redo')).toEqual({ title });
    expect(await example.did('world.get')).toEqual(after);
  });

  test('withdrawing one event, among others, and it comes back where it was', async () => {
    const { events } = await example.did('events.interrupt', {});
    await example.did('events.maintenance', { code: 'system-reboot' });
    const before = await example.did('events.list', {});
    const id = events[0]?.id ?? '';
    expect(await example.did('events.withdraw-one', { id })).toMatchObject({ id, phase: 'noticed' });
    expect((await example.did('events.list', {})).items).toMatchObject([{ kind: 'maintenance' }]);
    expect(await example.read('meta-data/spot/instance-action')).toContain('404');
    expect(await example.refused('events.withdraw-one', { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await example.did('world.undo')).toEqual({ title: 'withdrew spot event' });
    expect(await example.did('events.list', {})).toEqual(before);
  });

  test('cancel, skip, withdraw, import', async () => {
    const { events } = await example.did('events.interrupt', { noticeInSeconds: 60 });
    await example.did('events.skip', { to: 'notice' });
    await example.did('events.cancel', { id: events[0]?.id ?? '' });
    await example.did('events.withdraw');
    await example.did('world.put', await example.did('world.get'));
    const titles: string[] = [];
    for (let i = 0; i < 5; i++) titles.push((await example.did('world.undo')).title);
    expect(titles).toEqual([
      'imported a world',
      'withdrew all events',
      'cancelled spot event',
      'skipped ahead',
      'fired interruption',
    ]);
  });
});

describe('a step that is named', () => {
  beforeEach(async () => {
    await example.did('metadata.set', { path: 'meta-data/mine', value: '1' });
    await example.did('options.patch', { httpTokens: 'required' });
  });

  test('is taken while it is the next', async () => {
    const title = 'changed metadata options';
    expect(await example.did('world.undo', { title })).toEqual({ title });
    expect(await example.did('world.redo', { title })).toEqual({ title });
  });

  test('is refused once another is, and nothing changes', async () => {
    expect(await example.refused('world.undo', { title: 'set meta-data/mine' })).toEqual({
      code: 'CONFLICT',
      message: 'Something else was changed since, so undo takes back that first: changed metadata options.',
    });
    await example.did('world.undo');
    await example.did('world.undo');
    expect(await example.refused('world.redo', { title: 'changed metadata options' })).toEqual({
      code: 'CONFLICT',
      message: 'Something else was changed since, so redo brings back that first: set meta-data/mine.',
    });
    expect(example.runtime.status()).toMatchObject({ undo: null, redo: 'set meta-data/mine' });
  });

  test('is refused where there is none', async () => {
    expect(await example.refused('world.redo', { title: 'set meta-data/mine' })).toEqual({
      code: 'CONFLICT',
      message: 'There is nothing to redo.',
    });
  });
});

test('what changes nothing is no step', async () => {
  await example.did('metadata.set', { path: 'meta-data/instance-type', value: 'm7g.large' });
  await example.did('metadata.reset', { under: '' });
  await example.did('options.patch', { httpTokens: 'optional' });
  await example.did('events.withdraw');
  expect(example.runtime.status().undo).toBeNull();
});

test('a hundred steps', async () => {
  for (let i = 0; i < 105; i++) await example.did('metadata.set', { path: 'meta-data/mine', value: String(i) });
  for (let i = 0; i < 100; i++) await example.did('world.undo');
  expect(await example.read('meta-data/mine')).toBe('4');
  expect(await example.refused('world.undo')).toMatchObject({ code: 'CONFLICT' });
});

describe('an event that comes back', () => {
  const PATH = 'meta-data/spot/instance-action';

  test('has the same bytes, and the phase that its times give now', async () => {
    await example.did('events.interrupt', {});
    const bytes = await example.read(PATH);
    await example.did('world.undo');
    expect(await example.read(PATH)).toContain('404');
    example.clock.move(600_000);
    await example.did('world.redo');
    expect(await example.read(PATH)).toBe(bytes);
    expect((await example.did('events.list')).items).toMatchObject([{ phase: 'reached' }]);
  });

  test('has its sightings', async () => {
    await example.did('events.interrupt', {});
    await example.read(PATH);
    await example.did('world.undo');
    await example.did('world.redo');
    expect((await example.did('events.list')).items).toMatchObject([{ seenBy: [{ client: '127.0.0.1', times: 1 }] }]);
  });
});

describe('left alone', () => {
  test('the log, tokens, clients and settings, by undo of something else', async () => {
    await example.did('metadata.set', { path: 'meta-data/mine', value: '1' });
    const put = ['PUT /latest/api/token HTTP/1.1', 'X-aws-ec2-metadata-token-ttl-seconds: 60'];
    const { body } = partsOf(await rawAsk(example.port(), put));
    await example.did('settings.patch', { theme: 'dark' });
    const kept = () =>
      Promise.all([example.did('requests.list', {}), example.did('clients.list'), example.did('settings.get')]);
    const before = await kept();
    await example.did('world.undo');
    expect(await kept()).toEqual(before);
    const asked = await rawAsk(example.port(), ['GET / HTTP/1.1', `X-aws-ec2-metadata-token: ${body}`]);
    expect(asked).toContain('200 OK');
  });

  test('places, by undo of something else', async () => {
    await example.did('audience.set', { kind: 'first', count: 2 });
    await example.did('events.interrupt', {});
    await example.read('meta-data/spot/instance-action');
    await example.did('metadata.set', { path: 'meta-data/mine', value: '1' });
    await example.did('world.undo');
    expect((await example.did('audience.get')).spot.holders).toMatchObject([{ client: '127.0.0.1', place: 1 }]);
  });
});
