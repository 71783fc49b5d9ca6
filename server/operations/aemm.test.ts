// A run of AEMM looked into and changed while it runs: its notices are events, its edits overrides.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AEMM_DEFAULTS } from '../../app/aemm/defaults/defaults.ts';
import { aemmWorld } from '../../app/aemm/world.ts';
import { type ExampleRuntime, exampleRuntime, START, startedRuntime } from '../runtime.example.ts';

const ACTION = 'meta-data/spot/instance-action';
const SCHEDULED = 'meta-data/events/maintenance/scheduled';
const STATE = 'meta-data/autoscaling/target-lifecycle-state';
let example: ExampleRuntime;

beforeEach(async () => {
  example = await startedRuntime({ world: aemmWorld(AEMM_DEFAULTS, START) });
});
afterEach(() => example.runtime.stop());

async function events() {
  return (await example.did('events.list')).items;
}

describe('events', () => {
  test('the notices of the settings are listed with phase and who saw them', async () => {
    example.clock.move(4000);
    await example.read(ACTION);
    expect(await events()).toMatchObject([
      { kind: 'lifecycle', id: 'aemm-lifecycle', by: 'file', phase: 'noticed', state: 'Terminated', seenBy: [] },
      { kind: 'maintenance', phase: 'reached', code: 'system-reboot', seenBy: [] },
      { kind: 'rebalance-recommendation', phase: 'noticed' },
      { kind: 'spot-interruption', phase: 'noticed', seenBy: [{ client: '127.0.0.1', afterMs: 4000, times: 1 }] },
    ]);
    expect((await example.did('audience.get')).spot.holders).toMatchObject([{ client: '127.0.0.1', place: 1 }]);
  });

  test('an interruption that moves on is always two minutes ahead', async () => {
    example.clock.move(3_600_000);
    expect((await events()).at(-1)).toMatchObject({ phase: 'noticed', actionAt: '2024-08-01T13:01:00.000Z' });
  });

  test('one that is fired takes the place of the configured one, with fixed times', async () => {
    await example.did('events.interrupt', { action: 'stop' });
    const fixed = '{\n\t"action": "stop",\n\t"time": "2024-08-01T12:01:00Z"\n}';
    expect(await example.read(ACTION)).toBe(fixed);
    expect(await example.read('meta-data/spot/termination-time')).toBe('2024-08-01T12:01:00Z');
    example.clock.move(10_000);
    expect(await example.read(ACTION)).toBe(fixed);
    expect(await example.refused('events.interrupt')).toMatchObject({ code: 'CONFLICT' });
  });

  test('undo brings the configured one back', async () => {
    await example.did('events.interrupt', { action: 'stop' });
    await example.did('world.undo');
    expect(await example.read(ACTION)).toContain('"action": "terminate"');
  });

  test('a rebalance recommendation', async () => {
    await example.did('events.rebalance');
    example.clock.move(60_000);
    expect(await example.read('meta-data/events/recommendations/rebalance')).toBe(
      '{\n\t"noticeTime": "2024-08-01T11:59:00Z"\n}',
    );
  });

  test('maintenance, in AEMM’s words; several are several', async () => {
    await example.did('events.maintenance', { code: 'instance-stop', notBefore: '2024-08-10T00:00:00Z' });
    const items: unknown = JSON.parse(await example.read(SCHEDULED));
    expect(items).toMatchObject([
      {
        Code: 'instance-stop',
        Description: 'The instance is scheduled for instance-stop',
        State: 'active',
        NotBefore: '10 Aug 2024 00:00:00 GMT',
        NotAfter: '17 Aug 2024 00:00:00 GMT',
        NotBeforeDeadline: '19 Aug 2024 00:00:00 GMT',
      },
    ]);
    await example.did('events.maintenance', { code: 'system-reboot' });
    expect(JSON.parse(await example.read(SCHEDULED))).toHaveLength(2);
  });

  test('a lifecycle state', async () => {
    await example.did('events.lifecycle', { state: 'Warmed:Stopped' });
    expect(await example.read(STATE)).toBe('Warmed:Stopped');
  });

  test('cancelled and completed ones answer 404; the lifecycle is in service again', async () => {
    for (const { id } of await events()) await example.did('events.cancel', { id });
    expect(await Promise.all([ACTION, SCHEDULED, STATE].map(example.read))).toEqual([
      'HTTP/1.1 404 Not Found',
      'HTTP/1.1 404 Not Found',
      'InService',
    ]);
    expect(await example.read('meta-data/spot')).toBe('instance-action\ntermination-time');
  });

  test('skip brings a delayed notice now', async () => {
    const { runtime } = example;
    const world = aemmWorld({ ...AEMM_DEFAULTS, 'mock-delay-sec': 600 }, START);
    expect((await runtime.call('world.put', world, 'file')).ok).toBe(true);
    expect(await example.read(ACTION)).toBe('HTTP/1.1 404 Not Found');
    await example.did('events.skip', { to: 'notice' });
    expect(await example.read(ACTION)).toContain('"time": "2024-08-01T12:01:00Z"');
  });

  test('one of a kind that the command does not mock adds its path', async () => {
    await example.runtime.call('world.put', aemmWorld({ ...AEMM_DEFAULTS, command: 'events' }, START), 'file');
    expect(await example.read(ACTION)).toBe('HTTP/1.1 404 Not Found');
    await example.did('events.interrupt');
    expect(await example.read('meta-data/spot')).toBe('instance-action\ntermination-time');
    expect(await example.read(ACTION)).toContain('"action": "terminate"');
  });

  test('withdrawing all leaves the paths, and nothing on them', async () => {
    await example.did('events.withdraw');
    expect([await example.read(ACTION), await example.read(STATE)]).toEqual(['HTTP/1.1 404 Not Found', 'InService']);
  });
});

describe('metadata', () => {
  test('its 69 paths are listed, and no others', async () => {
    const { items } = await example.did('metadata.list', {});
    expect(items).toHaveLength(69);
    expect(items.filter(({ present, changed }) => !present || changed)).toEqual([]);
    expect(items.find(({ path }) => path === 'meta-data/mac')).toMatchObject({ value: '0e:49:61:0f:c3:11' });
    expect(items.find(({ path }) => path.endsWith('/baskinc-role'))?.value).toContain('"SecretAccessKey": "v/12…"');
  });

  test('an edit is an override, which reset lifts', async () => {
    const edited = await example.did('metadata.set', { path: 'meta-data/instance-id', value: 'i-mine' });
    expect(edited).toMatchObject({ how: 'override', changed: [{ was: 'i-1234567890abcdef0', is: 'i-mine' }] });
    expect(await example.read('meta-data/instance-id')).toBe('i-mine');
    expect((await example.did('status.get')).instance).toMatchObject({ instanceId: 'i-mine', changed: 1 });
    await example.did('metadata.reset', { under: '' });
    expect(await example.read('meta-data/instance-id')).toBe('i-1234567890abcdef0');
  });

  test('a path that is a value and a directory takes both', async () => {
    await example.did('metadata.set', { path: 'meta-data/iam/security-credentials', value: 'my-role' });
    expect(await example.read('meta-data/iam/security-credentials')).toBe('my-role');
    expect(await example.read('meta-data/iam/security-credentials/baskinc-role')).toContain('"Code": "Success"');
    const world = await example.did('world.get');
    expect((await example.runtime.call('world.put', world, 'http')).ok).toBe(true);
  });

  test('user data and absent paths', async () => {
    await example.did('metadata.set', { path: 'user-data', value: 'mine' });
    await example.did('metadata.set', { path: 'meta-data/network', absent: true });
    expect([
      await example.read('user-data'),
      await example.read('meta-data/mac'),
      await example.read('meta-data/network'),
    ]).toEqual(['mine', '0e:49:61:0f:c3:11', 'HTTP/1.1 404 Not Found']);
  });

  test('facts are not what it answers from, and are refused', async () => {
    expect(await example.refused('facts.patch', { instanceType: 't3.micro' })).toMatchObject({ code: 'CONFLICT' });
  });

  test('preview and probe', async () => {
    await example.did('options.patch', { httpTokens: 'required' });
    expect(await example.did('metadata.preview', { path: 'meta-data/mac' })).toMatchObject({ status: 200 });
    expect(await example.did('server.probe', { path: 'meta-data/mac' })).toMatchObject({ status: 401 });
    expect(await example.did('server.probe', { path: 'meta-data/mac', withToken: true })).toMatchObject({
      status: 200,
    });
  });
});

describe('the preset', () => {
  test('applied, and left again', async () => {
    await example.did('presets.apply', { name: 'spot' });
    expect([await example.read(ACTION), (await events()).length]).toEqual(['HTTP/1.1 404 Not Found', 0]);
    await example.did('presets.apply', { name: 'aemm' });
    expect(await example.read(STATE)).toBe('Terminated');
  });

  test('begins a run', () => {
    const { instance } = exampleRuntime({ preset: 'aemm' }).runtime.status();
    expect(instance).toMatchObject({ preset: 'aemm', instanceId: 'i-1234567890abcdef0', changed: 0 });
  });
});
