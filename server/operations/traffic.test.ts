// Requests by cursor and filter, tokens and clients over the control API (api.md).
import { METHODS } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { START, startedRuntime, type ExampleRuntime } from '../runtime.example.ts';
import { partsOf, rawAsk } from '../imds/raw-ask.example.ts';

let example: ExampleRuntime;
beforeEach(async () => {
  example = await startedRuntime();
});
afterEach(() => example.runtime.stop());

async function get(path: string, ...headers: string[]) {
  return partsOf(await rawAsk(example.port(), [`GET ${path} HTTP/1.1`, ...headers]));
}

async function token(ttl = 60): Promise<string> {
  const lines = ['PUT /latest/api/token HTTP/1.1', `X-aws-ec2-metadata-token-ttl-seconds: ${ttl}`];
  return partsOf(await rawAsk(example.port(), lines)).body;
}

/** The status line of the answer to this token. */
async function askedWith(text: string): Promise<string | undefined> {
  return (await get('/latest/', `X-aws-ec2-metadata-token: ${text}`)).status;
}

async function pull(input: { after?: number; limit?: number; filter?: string }) {
  const { items, next, dropped } = await example.did('requests.list', input);
  return { sequences: items.map(({ sequence }) => sequence), next, dropped };
}

describe('as many requests are kept as the settings say', () => {
  test('fewer drops the oldest at once, and the numbers go on', async () => {
    for (let i = 0; i < 103; i++) await get('/latest/');
    await example.did('settings.patch', { keptRequests: 100 });
    const { sequences, dropped } = await pull({ after: 0 });
    expect([sequences.at(0), sequences.at(-1), dropped]).toEqual([4, 103, 3]);
    await get('/latest/');
    expect(await pull({ after: 103 })).toEqual({ sequences: [104], next: 104, dropped: 0 });
    const { counts } = await example.did('status.get');
    expect(counts).toMatchObject({ requests: 104, kept: 100, limit: 100, dropped: 4 });
  });

  test.each([99, 50_001, 1000.5])('%d is refused and changes nothing', async (keptRequests) => {
    expect(await example.refused('settings.patch', { keptRequests })).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'keptRequests' }],
    });
    expect((await example.did('status.get')).counts.limit).toBe(10_000);
  });
});

describe('requests', () => {
  beforeEach(async () => {
    for (const path of ['/1.0/', '/latest/', '/x', '/latest/']) await get(path);
  });

  test('without a cursor the newest, oldest first', async () => {
    expect(await pull({ limit: 2 })).toEqual({ sequences: [3, 4], next: 4, dropped: 0 });
  });

  test('after a cursor, page by page', async () => {
    expect(await pull({ after: 0, limit: 3 })).toEqual({ sequences: [1, 2, 3], next: 3, dropped: 0 });
    expect(await pull({ after: 3, limit: 3 })).toEqual({ sequences: [4], next: 4, dropped: 0 });
    expect(await pull({ after: 4 })).toEqual({ sequences: [], next: 4, dropped: 0 });
  });

  test('the cursor goes past what the filter hid', async () => {
    expect(await pull({ after: 0, filter: 'status:404' })).toEqual({ sequences: [3], next: 4, dropped: 0 });
  });

  test('the filter looks into bodies', async () => {
    expect((await pull({ after: 0, filter: 'body:dynamic path:latest' })).sequences).toEqual([2, 4]);
    expect((await pull({ after: 0, filter: '-body:META-DATA' })).sequences).toEqual([3]);
  });

  test.each([
    ['verison:v1', '`verison:` at 1 is no term; did you mean `version:`?'],
    ['status:4o4', '`4o4` at 8 is no status: a status is 404, 4xx or >=400.'],
  ])('a filter that is none is refused: %s', async (filter, message) => {
    expect(await example.refused('requests.list', { filter })).toEqual({
      code: 'INVALID_INPUT',
      message: `filter: ${message}`,
      issues: [{ path: 'filter', message }],
    });
  });

  test('every method that can come in can be filtered by', async () => {
    expect((await pull({ after: 0, filter: `method:${METHODS.join(',')}` })).sequences).toEqual([1, 2, 3, 4]);
  });

  test('several whole, in the order asked for, without those that are not kept', async () => {
    const { items } = await example.did('requests.entries', { sequences: [4, 99, 1] });
    expect(items.map(({ sequence, target }) => [sequence, target])).toEqual([
      [4, '/latest/'],
      [1, '/1.0/'],
    ]);
    expect(items[0]).toEqual(await example.did('requests.get', { sequence: 4 }));
  });

  test('a cursor of another run comes back to this one', async () => {
    expect(await pull({ after: 1000 })).toEqual({ sequences: [], next: 4, dropped: 0 });
  });

  test('cleared, what went is told once', async () => {
    expect(await example.did('requests.clear')).toEqual({ cleared: 4 });
    expect(await pull({ after: 1 })).toEqual({ sequences: [], next: 4, dropped: 3 });
    expect(await pull({ after: 4 })).toEqual({ sequences: [], next: 4, dropped: 0 });
    await get('/');
    expect(await pull({ after: 4 })).toEqual({ sequences: [5], next: 5, dropped: 0 });
  });

  test('the run is named, and is another one with each start', async () => {
    const { run } = await example.did('requests.list', {});
    const other = await startedRuntime();
    expect((await other.did('requests.list', {})).run).not.toBe(run);
    await other.runtime.stop();
  });
});

describe('tokens', () => {
  test('are listed newest first, with their use and what is left', async () => {
    await token(60);
    const second = await token(300);
    example.clock.move(1500);
    await get('/latest/meta-data/mac', `X-aws-ec2-metadata-token: ${second}`);
    expect((await example.did('tokens.list')).items).toMatchObject([
      {
        client: '127.0.0.1',
        ttlSeconds: 300,
        remainingSeconds: 298,
        uses: 1,
        lastPath: 'meta-data/mac',
        state: 'valid',
      },
      { ttlSeconds: 60, remainingSeconds: 58, uses: 0, lastPath: null },
    ]);
  });

  test('expire', async () => {
    await token(60);
    example.clock.move(60_000);
    expect((await example.did('tokens.list')).items).toMatchObject([{ state: 'expired', remainingSeconds: 0 }]);
  });

  test('one revoked is dead on the wire, the other is not', async () => {
    const [first, second] = [await token(), await token()];
    const { items } = await example.did('tokens.list');
    expect(await example.did('tokens.revoke', { id: items[1]?.id ?? '' })).toMatchObject({
      state: 'revoked',
      remainingSeconds: 0,
    });
    const statuses = [first, second].map(async (text) => (await get('/', `X-aws-ec2-metadata-token: ${text}`)).status);
    expect(await Promise.all(statuses)).toEqual(['HTTP/1.1 401 Unauthorized', 'HTTP/1.1 200 OK']);
  });

  test('one that shall end in ten seconds goes on until then, and says what is left', async () => {
    const text = await token(60);
    const id = (await example.did('tokens.list')).items[0]?.id ?? '';
    const ask = () => get('/', `X-aws-ec2-metadata-token: ${text}`);
    expect(await example.did('tokens.revoke', { id, inSeconds: 10 })).toMatchObject({
      state: 'valid',
      ttlSeconds: 60,
      remainingSeconds: 10,
    });
    example.clock.move(9000);
    expect((await ask()).headers.join('\n')).toMatch(/token-ttl-seconds: 1$/im);
    expect((await example.did('tokens.list')).items).toMatchObject([{ state: 'valid', remainingSeconds: 1 }]);
    example.clock.move(1000);
    expect((await ask()).status).toBe('HTTP/1.1 401 Unauthorized');
    expect((await example.did('tokens.list')).items).toMatchObject([{ state: 'expired', remainingSeconds: 0 }]);
  });

  test('a wish for more than six hours is refused', async () => {
    await token();
    const id = (await example.did('tokens.list')).items[0]?.id ?? '';
    expect(await example.refused('tokens.revoke', { id, inSeconds: 21_601 })).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('all revoked are counted once', async () => {
    await token();
    await token();
    expect(await example.did('tokens.revoke-all')).toEqual({ revoked: 2 });
    expect(await example.did('tokens.revoke-all')).toEqual({ revoked: 0 });
  });

  test('revoked while the clock was ahead, they stay so when it is set right, and new ones live as long as they say', async () => {
    const before = await token();
    example.clock.set(START + 7_200_000);
    const ahead = await token();
    await example.did('tokens.revoke-all');
    example.clock.set(START + 60_000);
    const after = await token(60);
    expect(await askedWith(before)).toBe('HTTP/1.1 401 Unauthorized');
    expect(await askedWith(ahead)).toBe('HTTP/1.1 401 Unauthorized');
    expect(await askedWith(after)).toBe('HTTP/1.1 200 OK');
    expect((await example.did('tokens.list')).items[0]).toMatchObject({ state: 'valid', remainingSeconds: 60 });
    example.clock.set(START + 120_000);
    expect(await askedWith(after)).toBe('HTTP/1.1 401 Unauthorized');
  });

  test('one issued in the moment of the revocation lives', async () => {
    await example.did('tokens.revoke-all');
    expect(await askedWith(await token())).toBe('HTTP/1.1 200 OK');
  });

  test('of one run are nothing in the next', async () => {
    const old = await token();
    const other = await startedRuntime();
    const answer = await rawAsk(other.port(), ['GET / HTTP/1.1', `X-aws-ec2-metadata-token: ${old}`]);
    await other.runtime.stop();
    expect(answer).toContain('401 Unauthorized');
  });
});

describe('clients', () => {
  test('can be given a name, and lose it', async () => {
    await get('/');
    expect(await example.did('clients.patch', { address: '127.0.0.1', label: '  web ' })).toMatchObject({
      label: 'web',
    });
    expect(await example.did('clients.patch', { address: '127.0.0.1', label: ' ' })).toMatchObject({ label: null });
  });

  test('show the places they hold', async () => {
    await example.did('audience.set', { kind: 'first', count: 2 });
    await example.did('events.interrupt', {});
    await get('/latest/meta-data/spot/instance-action');
    expect((await example.did('clients.list')).items).toMatchObject([{ address: '127.0.0.1', places: ['spot'] }]);
  });

  test('can be said to be further away, also before they ask, and it is undone', async () => {
    const SET = { address: '10.0.0.9', label: null, hops: 3, hopsGiven: true };
    expect(await example.did('clients.patch', { address: '::ffff:10.0.0.9', hops: 3 })).toEqual(SET);
    await example.did('clients.patch', { address: '127.0.0.1', hops: 64 });
    await get('/');
    const { items, hops } = await example.did('clients.list');
    expect(items).toMatchObject([{ address: '127.0.0.1', hops: 64, hopsGiven: true }]);
    expect(hops).toEqual([
      { address: '10.0.0.9', hops: 3 },
      { address: '127.0.0.1', hops: 64 },
    ]);
    expect(await example.did('world.undo')).toEqual({ title: 'set the hops of 127.0.0.1 to 64' });
    expect((await example.did('clients.list')).items).toMatchObject([{ hops: 1, hopsGiven: false }]);
    expect(await example.did('clients.patch', { address: '10.0.0.9', hops: null })).toEqual({
      ...SET,
      hops: 2,
      hopsGiven: false,
    });
    expect((await example.did('clients.list')).hops).toEqual([]);
    expect(await example.did('world.undo')).toEqual({ title: 'made the hops of 10.0.0.9 automatic' });
    expect((await example.did('world.get')).hops).toEqual({ '10.0.0.9': 3 });
  });

  test('as far away as they are said to be already, nothing is there to undo', async () => {
    await example.did('clients.patch', { address: '10.0.0.9', hops: null });
    expect(example.runtime.status().undo).toBeNull();
  });

  test('of more than a thousand no hops are kept', async () => {
    const hops = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`10.0.${i >> 8}.${i & 255}`, 2]));
    await example.did('world.put', { ...(await example.did('world.get')), hops });
    expect(await example.refused('clients.patch', { address: '10.9.9.9', hops: 3 })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await example.did('clients.patch', { address: '10.0.0.7', hops: 3 })).toMatchObject({ hops: 3 });
  });

  test.each([
    [{ address: '10.0.0.9', hops: 0 }, 'hops: A whole number from 1 to 64 is needed, such as 2.'],
    [{ address: '10.0.0.9', hops: 65 }, 'hops: A whole number from 1 to 64 is needed, such as 2.'],
    [{ address: '10.0.0.9', hops: 1.5 }, 'hops: A whole number from 1 to 64 is needed, such as 2.'],
    [{ address: 'web', hops: 2 }, 'address: An IPv4 or IPv6 address is needed, such as 10.0.0.7.'],
    [{ address: '10.0.0.9' }, 'Give a label, hops, or both.'],
  ])('%j is refused: %s', async (input, message) => {
    expect(await example.refused('clients.patch', input)).toMatchObject({ code: 'INVALID_INPUT', message });
  });

  test('how each treats notices is told, and changes as time goes by', async () => {
    await example.did('audience.set', { kind: 'everyone' });
    for (const path of ['instance-action', 'instance-action', 'termination-time']) {
      await get(`/latest/meta-data/spot/${path}`);
      example.clock.move(1000);
    }
    const diagnosis = async () => (await example.did('clients.list')).items[0]?.diagnosis;
    expect(await diagnosis()).toBe('asks every 1 s; uses IMDSv1 only');
    await example.did('events.interrupt', {});
    expect(await diagnosis()).toBe('has not read the notice, asks every 1 s; uses IMDSv1 only');
    example.clock.move(120);
    await get('/latest/meta-data/spot/instance-action');
    example.clock.move(35_000);
    expect((await example.did('clients.list')).items).toMatchObject([
      {
        sees: { spot: { sees: true, reason: 'every client does' } },
        polls: [
          { path: 'meta-data/spot/instance-action', everyMs: 1000, times: 3 },
          { path: 'meta-data/spot/termination-time', everyMs: null, times: 1 },
        ],
        notice: { kind: 'spot-interruption', readAfterMs: 120 },
        diagnosis: 'read the notice after 120 ms, asked last 35 s ago; uses IMDSv1 only',
      },
    ]);
  });

  test('what is over is not told any more', async () => {
    const { events } = await example.did('events.interrupt', {});
    await get('/latest/meta-data/spot/instance-action');
    await example.did('events.cancel', { id: events[0]?.id ?? '' });
    expect((await example.did('clients.list')).items).toMatchObject([{ notice: null }]);
  });

  test('HEAD, a PUT and what Metadeck asks itself are no polls', async () => {
    const lines = ['HEAD /latest/meta-data/spot/instance-action HTTP/1.1'];
    await rawAsk(example.port(), lines);
    await token();
    await example.did('server.probe', { path: 'meta-data/spot/instance-action' });
    expect((await example.did('clients.list')).items).toMatchObject([
      { polls: [], diagnosis: 'has never asked for the notice path' },
    ]);
  });
});
