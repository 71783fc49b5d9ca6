// Every operation of the contract: once as it should be, once with an unknown field (api.md).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract, type OperationName } from '../app/contract/contract.ts';
import { exampleRuntime, startedRuntime, type ExampleRuntime } from './runtime.example.ts';
import { rawAsk } from './imds/raw-ask.example.ts';

/** What each operation is given; a function where it depends on what is there. */
type Made = (example: ExampleRuntime) => Promise<unknown>;

const INPUTS: Record<OperationName, Record<string, unknown> | Made> = {
  'status.get': {},
  'server.start': {},
  'server.stop': {},
  'server.restart': { port: 0 },
  'control.rotate-token': {},
  'certificate.get': {},
  'settings.get': {},
  'settings.patch': { theme: 'dark' },
  'world.get': {},
  'world.compare': { name: 'aemm.yaml', text: '' },
  'world.put': (example: ExampleRuntime) => example.did('world.get'),
  'world.import': { name: 'aemm-config.yaml', text: 'imdsv2: true' },
  'metadata.list': { under: 'meta-data/iam' },
  'metadata.set': { path: 'meta-data/mine', value: '1' },
  'metadata.reset': { under: '' },
  'metadata.preview': { path: 'meta-data/mac' },
  'server.probe': { path: 'meta-data/mac', withToken: true },
  'facts.get': {},
  'facts.choices': {},
  'facts.patch': { instanceType: 'm7i.large' },
  'presets.list': {},
  'presets.apply': { name: 'spot', dryRun: true },
  'credentials.get': {},
  'credentials.rotate': {},
  'options.get': {},
  'options.patch': { httpTokens: 'required' },
  'events.list': {},
  'events.withdraw': {},
  'events.withdraw-one': async (example: ExampleRuntime) => ({ id: await firedId(example) }),
  'events.interrupt': { action: 'stop', noticeInSeconds: 9, noticeSeconds: 60, rebalanceSecondsBefore: 5 },
  'events.rebalance': { inSeconds: 1 },
  'events.maintenance': { code: 'system-reboot', notBefore: '2030-01-01T00:00:00+01:00', description: 'a' },
  'events.lifecycle': { state: 'Standby' },
  'events.skip': { seconds: 1 },
  'events.cancel': async (example: ExampleRuntime) => ({ id: await firedId(example) }),
  'events.complete': async (example: ExampleRuntime) => ({ id: await firedId(example) }),
  'audience.get': {},
  'audience.set': { kind: 'only', clients: ['10.0.0.1'], group: 'spot' },
  'audience.free': { group: 'spot' },
  'audience.give': { client: '10.0.0.1', group: 'lifecycle' },
  'requests.list': { after: '0', limit: '10', filter: 'status:200' },
  'requests.get': { sequence: 1 },
  'requests.export': { filter: 'status:200', upTo: '9' },
  'requests.export-page': async (example: ExampleRuntime) => ({
    id: (await example.did('requests.export')).id,
    from: '0',
    limit: '5',
  }),
  'requests.entries': { sequences: [1, '2'] },
  'requests.clear': {},
  'tokens.list': {},
  'tokens.revoke': async (example: ExampleRuntime) => ({ id: (await example.did('tokens.list')).items[0]?.id }),
  'tokens.revoke-all': {},
  'clients.list': {},
  'clients.patch': { address: '127.0.0.1', label: 'mine' },
  'world.undo': {},
  'world.redo': async (example: ExampleRuntime) => void (await example.did('world.undo')),
};

async function firedId(example: ExampleRuntime): Promise<string | undefined> {
  const { events } = await example.did('events.rebalance', {});
  return events[0]?.id;
}

const names = Object.keys(contract) as OperationName[];

/** Something has happened: requests, a token, an event, an edit. */
async function lively(): Promise<ExampleRuntime> {
  const example = await startedRuntime();
  await rawAsk(example.port(), ['PUT /latest/api/token HTTP/1.1', 'X-aws-ec2-metadata-token-ttl-seconds: 60']);
  await example.did('events.maintenance', { code: 'instance-stop' });
  await example.did('audience.set', { kind: 'first', count: 2, group: 'lifecycle' });
  return example;
}

describe('carried out, it answers what the contract says', () => {
  test.each(names)('%s', async (name) => {
    const example = await lively();
    const given = INPUTS[name];
    const input = typeof given === 'function' ? await given(example) : given;
    const result = await example.runtime.carry(name, input, 'cli');
    await example.runtime.stop();
    expect(result).toMatchObject({ ok: true });
    const data = result.ok ? result.data : undefined;
    expect(contract[name].output.parse(data)).toEqual(data);
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });
});

describe('with an unknown field it is refused, and nothing changes', () => {
  let example: ExampleRuntime;
  beforeAll(async () => {
    example = await lively();
  });
  afterAll(() => example.runtime.stop());

  test.each(names)('%s', async (name) => {
    const given = INPUTS[name];
    const input = typeof given === 'object' ? { ...given } : {};
    const before = [await example.did('world.get'), await example.did('settings.get'), example.runtime.status()];
    const error = await example.refused(name, { ...input, 'no-such-field': 1 });
    expect(error).toMatchObject({ code: 'INVALID_INPUT' });
    expect(error.issues?.map(({ path }) => path)).toContain('no-such-field');
    expect([await example.did('world.get'), await example.did('settings.get'), example.runtime.status()]).toEqual(
      before,
    );
  });
});

describe('what is not there', () => {
  test.each([
    ['requests.get', { sequence: 99 }],
    ['tokens.revoke', { id: '0123456789abcdef' }],
    ['clients.patch', { address: '10.9.9.9', label: 'x' }],
    ['events.cancel', { id: 'spot-1' }],
    ['events.complete', { id: 'spot-1' }],
    ['facts.get', { instance: 'other' }],
    ['events.interrupt', { instance: 'other' }],
    ['metadata.preview', { instance: 'other', path: 'a' }],
  ] satisfies [OperationName, object][])('%s %j is NOT_FOUND, with what to do', async (name, input) => {
    const { code, message } = await exampleRuntime().refused(name, input);
    expect([code, message.length > 20]).toEqual(['NOT_FOUND', true]);
  });

  test('an operation of no name', async () => {
    const { runtime } = exampleRuntime();
    expect(await runtime.carry('nothing', {}, 'http')).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('what can not be now', () => {
  test.each([
    ['world.undo', {}],
    ['world.redo', {}],
    ['events.skip', { seconds: 1 }],
    ['events.skip', { to: 'notice' }],
    ['server.probe', { path: 'meta-data/mac' }],
  ] satisfies [OperationName, object][])('%s %j is a CONFLICT', async (name, input) => {
    expect(await exampleRuntime().refused(name, input)).toMatchObject({ code: 'CONFLICT' });
  });

  test('a second interruption, and its title is not in undo', async () => {
    const example = exampleRuntime();
    await example.did('events.interrupt', {});
    expect(await example.refused('events.interrupt')).toMatchObject({ code: 'CONFLICT' });
    await example.did('world.undo');
    expect(await example.refused('world.undo')).toMatchObject({ code: 'CONFLICT' });
  });
});

test('who fired an event is kept', async () => {
  const { runtime, did } = exampleRuntime();
  await runtime.carry('events.interrupt', {}, 'http');
  expect((await did('events.list')).items).toMatchObject([{ by: 'http' }]);
});
