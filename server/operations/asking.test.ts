// Preview and probe: what a client would get, and what really goes over the wire (behaviour.md, Clients; api.md).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startedRuntime, type ExampleRuntime } from '../runtime.example.ts';
import { rawAsk } from '../imds/raw-ask.example.ts';

const PATH = 'meta-data/spot/instance-action';
let example: ExampleRuntime;
beforeEach(async () => {
  example = await startedRuntime();
});
afterEach(() => example.runtime.stop());

describe('a preview', () => {
  test('is the answer with why; nothing is sent and nothing counted', async () => {
    const before = example.runtime.bell();
    expect(await example.did('metadata.preview', { path: 'meta-data/instance-id' })).toMatchObject({
      status: 200,
      reason: 'OK',
      body: 'i-0f3a27b9d04ec91e5',
      size: 19,
      why: { rule: 'fact', summary: 'instance id' },
    });
    expect(example.runtime.bell()).toEqual(before);
  });

  test.each([
    ['/latest/meta-data/mac', 200],
    ['latest/meta-data/mac', 200],
    ['1.0/meta-data/ami-id', 200],
    ['1.0/meta-data/mac', 404],
    ['/', 200],
    ['meta-data/a b', 404],
    ['%', 400],
  ])('%s is %i', async (path, status) => {
    expect((await example.did('metadata.preview', { path })).status).toBe(status);
  });

  test('for a client is what that client would get', async () => {
    await example.did('audience.set', { kind: 'only', clients: ['10.0.0.1'] });
    await example.did('events.interrupt', {});
    const statuses = ['10.0.0.1', '10.0.0.2', undefined].map(async (client) => {
      const { status } = await example.did(
        'metadata.preview',
        client === undefined ? { path: PATH } : { path: PATH, client },
      );
      return status;
    });
    expect(await Promise.all(statuses)).toEqual([200, 404, 404]);
  });

  test('takes no place and makes no sighting, even for a client', async () => {
    await example.did('events.interrupt', {});
    await example.did('metadata.preview', { path: PATH, client: '10.0.0.1' });
    expect((await example.did('audience.get')).spot.holders).toEqual([]);
    expect((await example.did('events.list')).items).toMatchObject([{ seenBy: [] }]);
  });

  test('is nobody’s first sighting', async () => {
    await example.did('events.interrupt', {});
    const { why } = await example.did('metadata.preview', { path: PATH, client: '10.0.0.1' });
    expect(why.summary).toBe('in its notice');
  });

  test('is of the instance that was picked, whichever its client is routed to', async () => {
    const world = await example.did('world.get');
    const [first] = world.instances;
    if (!first) throw new Error('A world has an instance.');
    const strict = { ...first, name: 'strict', options: { ...first.options, httpTokens: 'required' as const } };
    const routing = [{ instance: 'strict', clients: ['10.0.0.1'] }];
    await example.did('world.put', { ...world, instances: [first, strict], routing });
    for (const [instance, client] of [
      ['strict', '10.0.0.2'],
      ['spot', '10.0.0.1'],
    ] as const) {
      const { status, why } = await example.did('metadata.preview', { path: 'meta-data/mac', instance, client });
      expect([status, JSON.stringify(why.steps).includes(instance)]).toEqual([200, true]);
    }
  });

  test('is answered where tokens are required, too', async () => {
    await example.did('options.patch', { httpTokens: 'required' });
    expect((await example.did('metadata.preview', { path: 'meta-data/mac' })).status).toBe(200);
  });
});

describe('a probe', () => {
  test('is a real request, marked in the log, of no client', async () => {
    await example.did('events.interrupt', {});
    expect(await example.did('server.probe', { path: PATH })).toMatchObject({ status: 200, why: { rule: 'event' } });
    expect(await example.rows()).toMatchObject([{ panel: true, status: 200, version: 'v1' }]);
    expect((await example.did('clients.list')).items).toEqual([]);
    expect((await example.did('audience.get')).spot.holders).toEqual([]);
    expect((await example.did('events.list')).items).toMatchObject([{ seenBy: [] }]);
  });

  test('with a token asks for one first, which is not listed', async () => {
    expect(await example.did('server.probe', { path: 'meta-data/mac', withToken: true })).toMatchObject({
      status: 200,
    });
    expect(await example.rows()).toMatchObject([{ method: 'PUT' }, { version: 'v2', token: 'valid' }]);
    expect((await example.did('tokens.list')).items).toEqual([]);
  });

  test.each([
    ['POST', 'meta-data/mac', 405],
    ['HEAD', 'meta-data/mac', 200],
    ['GET', 'meta-data/a b/ü', 404],
    ['GET', '%', 400],
  ] as const)('%s %s is %i', async (method, path, status) => {
    expect((await example.did('server.probe', { method, path })).status).toBe(status);
  });

  test('says what is not served', async () => {
    await example.did('server.stop');
    expect(await example.refused('server.probe', { path: 'meta-data/mac' })).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('a replay', () => {
  test('is the request as it was, with a new token where it carried one', async () => {
    await rawAsk(example.port(), [
      'GET /latest/meta-data/mac?x HTTP/1.1',
      'User-Agent: mine',
      'X-aws-ec2-metadata-token: old',
    ]);
    expect(await example.did('server.probe', { replay: 1 })).toMatchObject({ status: 200 });
    const items = await example.rows();
    expect(items.at(-1)).toMatchObject({
      target: '/latest/meta-data/mac?x',
      userAgent: 'mine',
      token: 'valid',
      panel: true,
    });
  });

  test('keeps what was refused: an Origin stays an Origin', async () => {
    await rawAsk(example.port(), ['GET / HTTP/1.1', 'Origin: http://a.example']);
    expect((await example.did('server.probe', { replay: 1 })).status).toBe(403);
  });

  test.each([['nonsense'], ['BREW /pot HTTP/1.1'], ['GET nowhere HTTP/1.1']])(
    'of what could not be read (%s) is refused in words',
    async (line) => {
      await rawAsk(example.port(), [line]);
      const [{ sequence } = { sequence: 0 }] = await example.rows();
      const result = await example.runtime.call('server.probe', { replay: sequence }, 'panel');
      expect(result.ok ? 'sent' : result.error.code).not.toBe('INTERNAL');
    },
  );

  test('of what is not in the log is NOT_FOUND', async () => {
    expect(await example.refused('server.probe', { replay: 7 })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
