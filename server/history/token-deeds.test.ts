// Expired tokens, names and hops of clients, taken back and done again.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startedRuntime, type ExampleRuntime } from '../runtime.example.ts';
import { partsOf, rawAsk } from '../imds/raw-ask.example.ts';

let example: ExampleRuntime;
beforeEach(async () => {
  example = await startedRuntime();
});
afterEach(() => example.runtime.stop());

async function token(): Promise<string> {
  const put = ['PUT /latest/api/token HTTP/1.1', 'X-aws-ec2-metadata-token-ttl-seconds: 60'];
  return partsOf(await rawAsk(example.port(), put)).body;
}

async function statusWith(text: string): Promise<string> {
  const asked = [`GET /latest/ HTTP/1.1`, `X-aws-ec2-metadata-token: ${text}`];
  return partsOf(await rawAsk(example.port(), asked)).status;
}

async function onlyId(): Promise<string> {
  return (await example.did('tokens.list')).items[0]?.id ?? '';
}

async function read(): Promise<void> {
  await rawAsk(example.port(), ['GET / HTTP/1.1']);
}

describe('tokens and names', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['expired a token', async () => example.did('tokens.revoke', { id: await onlyId() })],
    ['expired all tokens', () => example.did('tokens.revoke-all', {})],
    ['expired all tokens', () => example.did('tokens.revoke-all', { instance: 'spot' })],
  ])('%s: valid again after undo, and not after redo', async (title, expire) => {
    const text = await token();
    await expire();
    expect(await statusWith(text)).toContain('401');
    expect(await example.did('world.undo')).toEqual({ title });
    expect(await statusWith(text)).toContain('200');
    await example.did('world.redo');
    expect(await statusWith(text)).toContain('401');
  });

  test('a life cut short has its length again', async () => {
    await token();
    const before = await example.did('tokens.list');
    await example.did('tokens.revoke', { id: await onlyId(), inSeconds: 10 });
    expect(await example.did('world.undo')).toEqual({ title: "cut a token's life short" });
    expect(await example.did('tokens.list')).toEqual(before);
  });

  test('what ends no token is no step', async () => {
    await example.did('tokens.revoke-all', {});
    expect(example.runtime.status().undo).toBeNull();
    await token();
    const id = await onlyId();
    await example.did('tokens.revoke', { id, inSeconds: 600 });
    expect(example.runtime.status().undo).toBeNull();
    await example.did('tokens.revoke', { id });
    await example.did('tokens.revoke', { id });
    await example.did('world.undo');
    expect(example.runtime.status().undo).toBeNull();
  });

  test('a name given, changed and taken away, step by step', async () => {
    await read();
    const address = '127.0.0.1';
    const name = async () => (await example.did('clients.list')).items[0]?.label;
    for (const label of ['web', 'worker', 'worker', null]) await example.did('clients.patch', { address, label });
    const undone: unknown[] = [];
    for (let i = 0; i < 3; i++) undone.push([(await example.did('world.undo')).title, await name()]);
    expect(undone).toEqual([
      ['took the name of 127.0.0.1 away', 'worker'],
      ['named 127.0.0.1 worker', 'web'],
      ['named 127.0.0.1 web', null],
    ]);
    expect(example.runtime.status().undo).toBeNull();
    await example.did('world.redo');
    expect(await name()).toBe('web');
  });

  test('a name and hops given together are one step', async () => {
    await read();
    await example.did('clients.patch', { address: '127.0.0.1', label: 'web', hops: 2 });
    const client = async () => (await example.did('clients.list')).items[0];
    expect(await client()).toMatchObject({ label: 'web', hops: 2, hopsGiven: true });
    const title = 'set the hops of 127.0.0.1 to 2 and named 127.0.0.1 web';
    expect(await example.did('world.undo')).toEqual({ title });
    expect(await client()).toMatchObject({ label: null, hopsGiven: false });
    await example.did('world.redo');
    expect(await client()).toMatchObject({ label: 'web', hops: 2 });
    expect(example.runtime.status().redo).toBeNull();
  });
});
