// With two instances: what happened belongs to the one that was asked (fleet.md 2).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../app/contract/contract.ts';
import { connect } from '../imds/raw-ask.example.ts';
import {
  type ExampleOfTwo,
  FIRST_CLIENT,
  FIRST_ID,
  SECOND_CLIENT,
  SECOND_ID,
  startedWithTwo,
} from '../two-instances.example.ts';

const ID = 'meta-data/instance-id';
const NOTICE = 'meta-data/spot/instance-action';
const SECOND = { client: SECOND_CLIENT };
let two: ExampleOfTwo;
beforeEach(async () => {
  two = await startedWithTwo();
});
afterEach(() => two.runtime.stop());

describe('what happened names its instance', () => {
  test('rows of the log', async () => {
    expect([(await two.ask(ID)).body, (await two.ask(ID, SECOND)).body]).toEqual([FIRST_ID, SECOND_ID]);
    const items = await two.rows();
    expect(items.map(({ instance, client }) => [instance, client])).toEqual([
      ['web-1', FIRST_CLIENT],
      ['web-2', SECOND_CLIENT],
    ]);
    expect((await two.did('requests.get', { sequence: 2 })).instance).toBe('web-2');
    const found = await two.did('requests.list', { filter: 'instance:web-2' });
    expect(found.items.map(({ sequence }) => sequence)).toEqual([2]);
  });

  test('clients, with what they asked of it; a label is of the address', async () => {
    for (const from of [{}, SECOND, SECOND]) await two.ask(ID, from);
    await two.did('clients.patch', { address: SECOND_CLIENT, label: 'a pod' });
    expect((await two.did('clients.list')).items).toMatchObject([
      { instance: 'web-1', address: FIRST_CLIENT, requests: 1, label: null },
      { instance: 'web-2', address: SECOND_CLIENT, requests: 2, label: 'a pod' },
    ]);
  });

  test('a client that gets another instance is a client of both, under one label', async () => {
    await two.ask(ID, SECOND);
    await two.did('clients.patch', { address: SECOND_CLIENT, label: 'a pod' });
    await two.did('world.put', { ...(await two.did('world.get')), routing: [] });
    await two.ask(ID, SECOND);
    const { items } = await two.did('clients.list');
    expect(items.map(({ instance, label }) => [instance, label])).toEqual([
      ['web-2', 'a pod'],
      ['web-1', 'a pod'],
    ]);
  });

  test('clients stand in the order of their first request, whoever asked last', async () => {
    for (const from of [SECOND, {}, SECOND]) {
      await two.ask(ID, from);
      two.clock.move(1000);
    }
    const { items } = await two.did('clients.list');
    expect(items.map(({ address }) => address)).toEqual([SECOND_CLIENT, FIRST_CLIENT]);
  });

  test('a client polls one instance, and gets the notices of that one', async () => {
    await two.did('audience.set', { kind: 'nobody', instance: 'web-2' });
    await two.ask(NOTICE, SECOND);
    await two.did('world.put', { ...(await two.did('world.get')), routing: [] });
    await two.ask(ID, SECOND);
    expect((await two.did('clients.list')).items).toMatchObject([
      { instance: 'web-2', polls: [{ path: NOTICE, times: 1 }], sees: { spot: { sees: false } } },
      {
        instance: 'web-1',
        polls: [],
        sees: { spot: { sees: true } },
        diagnosis: 'has never asked for the notice path; uses IMDSv1 only',
      },
    ]);
  });

  test('tokens', async () => {
    await two.token();
    await two.token(SECOND_CLIENT);
    expect((await two.did('tokens.list')).items.map(({ instance }) => instance)).toEqual(['web-2', 'web-1']);
  });

  test('sightings, also of events with one id', async () => {
    const world = await two.did('world.get');
    const { events } = await two.did('events.interrupt', {});
    const { instances } = await two.did('world.get');
    const both = world.instances.map((one) => ({ ...one, events: instances[0]?.events ?? [] }));
    await two.did('world.put', { ...world, instances: both });
    await two.ask(NOTICE, SECOND);
    const seenIn = async (instance: string) =>
      (await two.did('events.list', { instance })).items.map((event) => [
        event.id,
        event.instance,
        event.seenBy.length,
      ]);
    expect(await seenIn('web-1')).toEqual([[events[0]?.id, 'web-1', 0]]);
    expect(await seenIn('web-2')).toEqual([[events[0]?.id, 'web-2', 1]]);
  });

  test('places', async () => {
    await two.did('audience.set', { kind: 'first', count: 2, instance: 'web-2' });
    await two.did('events.interrupt', { instance: 'web-2' });
    await two.ask(NOTICE);
    await two.ask(NOTICE, SECOND);
    const { items } = await two.did('clients.list');
    expect(items.map(({ instance, places }) => [instance, places])).toEqual([
      ['web-1', []],
      ['web-2', ['spot']],
    ]);
  });
});

async function use(client: string, token: string): Promise<number> {
  return (await two.ask(ID, { client, headers: { 'x-aws-ec2-metadata-token': token } })).status;
}

describe('revoking every token', () => {
  test('of one instance leaves those of the other', async () => {
    const [first, second] = [await two.token(), await two.token(SECOND_CLIENT)];
    expect(await two.did('tokens.revoke-all', { instance: 'web-2' })).toEqual({ revoked: 1 });
    expect([await use(FIRST_CLIENT, first), await use(SECOND_CLIENT, second)]).toEqual([200, 401]);
    const { items } = await two.did('tokens.list');
    expect(items.map(({ state }) => state)).toEqual(['revoked', 'valid']);
  });

  test('without an instance is of all', async () => {
    const [first, second] = [await two.token(), await two.token(SECOND_CLIENT)];
    expect(await two.did('tokens.revoke-all')).toEqual({ revoked: 2 });
    expect([await use(FIRST_CLIENT, first), await use(SECOND_CLIENT, second)]).toEqual([401, 401]);
  });

  test('of an instance that is not there is refused', async () => {
    expect(await two.refused('tokens.revoke-all', { instance: 'web-3' })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

async function bodyOf(input: Input<'server.probe'>): Promise<string> {
  return (await two.did('server.probe', input)).body;
}

async function skippedOf(instance: string): Promise<[kind: string, seconds: number][]> {
  const { items } = await two.did('events.list', { instance });
  return items.map(({ kind, skippedSeconds }) => [kind, skippedSeconds]);
}

describe('a skip', () => {
  test('by an id is of the instance that has the event, and of that event alone', async () => {
    await two.did('events.rebalance', { instance: 'web-2' });
    const { events } = await two.did('events.interrupt', { instance: 'web-2' });
    await two.did('events.skip', { id: events[0]?.id ?? '', seconds: 30 });
    expect(await skippedOf('web-2')).toEqual([
      ['spot-interruption', 30],
      ['rebalance-recommendation', 0],
    ]);
    await two.did('events.skip', { id: events[0]?.id ?? '', to: 'action' });
    expect(await skippedOf('web-2')).toEqual([
      ['spot-interruption', 120],
      ['rebalance-recommendation', 0],
    ]);
  });

  test('without a name is of the first instance that has something to skip', async () => {
    await two.did('events.interrupt', { instance: 'web-2' });
    await two.did('events.skip', { seconds: 10 });
    expect(await skippedOf('web-2')).toEqual([['spot-interruption', 10]]);
    await two.did('events.interrupt', {});
    await two.did('events.skip', { seconds: 10 });
    expect([await skippedOf('web-1'), await skippedOf('web-2')]).toEqual([
      [['spot-interruption', 10]],
      [['spot-interruption', 10]],
    ]);
  });

  test('of what is not there, or has ended, is refused', async () => {
    const { events } = await two.did('events.interrupt', { instance: 'web-2' });
    const id = events[0]?.id ?? '';
    expect(await two.refused('events.skip', { id: 'spot-0', seconds: 1 })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await two.refused('events.skip', { id, instance: 'web-1', seconds: 1 })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await two.refused('events.skip', { instance: 'web-1', seconds: 1 })).toMatchObject({ code: 'CONFLICT' });
    await two.did('events.cancel', { id });
    expect(await two.refused('events.skip', { id, to: 'action' })).toEqual({
      code: 'CONFLICT',
      message: `The event ${id} is cancelled already.`,
    });
  });
});

describe("Metadeck's own requests", () => {
  test('a probe asks the instance that is named, or the first', async () => {
    expect(await bodyOf({ path: ID, instance: 'web-2' })).toBe(SECOND_ID);
    expect(await bodyOf({ path: ID })).toBe(FIRST_ID);
    const items = await two.rows();
    expect(items.map(({ instance, panel }) => [instance, panel])).toEqual([
      ['web-2', true],
      ['web-1', true],
    ]);
  });

  test('with a token that is of that instance', async () => {
    await two.did('options.patch', { instance: 'web-2', httpTokens: 'required' });
    expect(await bodyOf({ path: ID, instance: 'web-2', withToken: true })).toBe(SECOND_ID);
  });

  test('a replay is answered by the instance that answered before', async () => {
    await two.ask(ID, { ...SECOND, headers: { 'x-aws-ec2-metadata-token': await two.token(SECOND_CLIENT) } });
    expect(await bodyOf({ replay: 2 })).toBe(SECOND_ID);
  });

  test('a replay for an instance that is gone is refused', async () => {
    await two.ask(ID, SECOND);
    const { instances, ...world } = await two.did('world.get');
    await two.did('world.put', { ...world, instances: instances.slice(0, 1), routing: [] });
    expect(await two.refused('server.probe', { replay: 1 })).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a probe for an instance that is not there is refused, and nothing is sent', async () => {
    expect(await two.refused('server.probe', { path: ID, instance: 'web-3' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await two.rows()).toEqual([]);
  });

  test('a preview is of the instance that is named', async () => {
    expect((await two.did('metadata.preview', { path: ID, instance: 'web-2' })).body).toBe(SECOND_ID);
  });

  test('a mark without the secret of this run is nobody’s', async () => {
    const headers = { 'x-metadeck-probe': 'guessed web-2' };
    expect((await two.ask(ID, { headers })).body).toBe(FIRST_ID);
    expect(await two.rows()).toMatchObject([{ panel: false }]);
  });
});

/** Sends what is no request, and gives its rule and instance. */
async function malformed(): Promise<string[][]> {
  const raw = await connect(two.port());
  raw.socket.write('GET\r\n\r\n');
  await raw.end;
  return (await two.rows()).map(({ rule, instance }) => [rule, instance]);
}

describe('a request that is not even read is of an instance too', () => {
  test('the first where no rule fits', async () => {
    expect(await malformed()).toEqual([['malformed-request', 'web-1']]);
  });

  test('the one of its client', async () => {
    const routing = [{ instance: 'web-2', clients: ['::ffff:127.0.0.1'] }];
    await two.did('world.put', { ...(await two.did('world.get')), routing });
    expect(await malformed()).toEqual([['malformed-request', 'web-2']]);
  });
});

describe('an event is found by its id alone, whichever instance it is of', () => {
  test.each([
    ['events.cancel', 'cancelled'],
    ['events.complete', 'completed'],
    ['events.withdraw-one', 'scheduled'],
  ] as const)('%s', async (operation, phase) => {
    const { events } = await two.did('events.interrupt', { instance: 'web-2', noticeInSeconds: 60 });
    const [event] = events;
    expect(await two.did(operation, { id: event?.id ?? '' })).toMatchObject({
      id: event?.id,
      instance: 'web-2',
      phase,
    });
    expect((await two.did('events.list', { instance: 'web-1' })).items).toEqual([]);
  });

  test('one of another instance than is named is not there', async () => {
    const { events } = await two.did('events.interrupt', { instance: 'web-2' });
    expect(await two.refused('events.cancel', { id: events[0]?.id, instance: 'web-1' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('the log says what it was while it is known, in the words of its instance', async () => {
    const { events } = await two.did('events.interrupt', { instance: 'web-2' });
    await two.ask(NOTICE, SECOND);
    const tag = async () => (await two.rows()).at(-1)?.tag;
    expect(await tag()).toBe('interruption');
    await two.did('events.withdraw-one', { id: events[0]?.id ?? '' });
    expect(await tag()).toBeNull();
  });
});

async function nextUndo(): Promise<string | null> {
  return (await two.did('status.get')).undo;
}

describe('what undo would take back', () => {
  test('names the instance that was changed, where there are several', async () => {
    await two.did('events.interrupt', { instance: 'web-2' });
    expect(await nextUndo()).toBe('fired interruption on web-2');
    expect(await two.did('world.undo')).toEqual({ title: 'fired interruption on web-2' });
    expect((await two.did('status.get')).redo).toBe('fired interruption on web-2');
  });

  test('names none where there is but one', async () => {
    const { instances, ...world } = await two.did('world.get');
    await two.did('world.put', { ...world, instances: instances.slice(0, 1), routing: [] });
    expect(await nextUndo()).toBe('imported a world');
    await two.did('events.interrupt', {});
    expect(await nextUndo()).toBe('fired interruption');
  });

  test.each([
    ['web-2', 'made meta-data/mac absent on web-2', true],
    ['web-2', 'made meta-data/mac absent', false],
    ['web-2', 'made meta-data/mac absent on web-1', false],
    [undefined, 'made meta-data/mac absent', true],
    [undefined, 'made meta-data/mac absent on web-1', true],
  ])('an edit of %s is undone by the title %j: %j', async (instance, title, undone) => {
    await two.did('metadata.set', { path: 'meta-data/mac', absent: true, instance });
    const { ok } = await two.runtime.call('world.undo', { title }, 'panel');
    expect(ok).toBe(undone);
  });
});
