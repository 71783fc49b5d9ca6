// A dry run of an edit: it says what the edit then does, is refused as the edit is, and leaves no trace.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../app/contract/contract.ts';
import { startedRuntime, type ExampleRuntime } from '../runtime.example.ts';

let example: ExampleRuntime;
beforeEach(async () => {
  example = await startedRuntime();
});
afterEach(() => example.runtime.stop());

/** The world, what undo would take back, and the number that the bell rings with. */
async function state() {
  const { undo, redo } = await example.did('status.get');
  return { world: await example.did('world.get'), undo, redo, revision: example.runtime.bell().world };
}

const MAC = 'meta-data/network/interfaces/macs/0e:49:61:0f:c3:11';

describe('PUT /v1/metadata', () => {
  test.each<Input<'metadata.set'>>([
    { path: 'meta-data/placement/region', value: 'eu-west-1' },
    { path: 'meta-data/placement/availability-zone', value: 'us-east-1b', only: true },
    { path: 'meta-data/mac', value: '02:00:00:00:00:01' },
    { path: 'meta-data/mine', value: '1' },
    { path: MAC, absent: true },
    { path: 'user-data', value: 'AGH/Cg==', encoding: 'base64' },
    { path: 'meta-data/instance-type', value: 'm7g.large' },
  ])('%j', async (input) => {
    await example.did('metadata.set', { path: 'meta-data/first', value: '1' });
    await example.did('world.undo');
    const before = await state();
    const would = await example.did('metadata.set', { ...input, dryRun: true });
    expect(await state()).toEqual(before);
    expect(await example.did('metadata.set', input)).toEqual(would);
  });

  test('a MAC address moves the whole directory that it names', async () => {
    const { changed } = await example.did('metadata.set', {
      path: `${MAC}/mac`,
      value: '02:00:00:00:00:01',
      dryRun: true,
    });
    const moved = MAC.replace('0e:49:61:0f:c3:11', '02:00:00:00:00:01');
    expect(changed).toContainEqual({ path: `${MAC}/device-number`, was: '0', is: null });
    expect(changed).toContainEqual({ path: `${moved}/device-number`, was: null, is: '0' });
    expect(changed).toContainEqual({ path: 'meta-data/mac', was: '0e:49:61:0f:c3:11', is: '02:00:00:00:00:01' });
  });

  test.each<Input<'metadata.set'>>([
    { path: 'meta-data/placement/availability-zone', value: 'eu-west-1b' },
    { path: 'meta-data/iam', value: 'x' },
    { path: 'meta-data/mac', value: 'AA==', encoding: 'base64' },
    { path: 'meta-data/mine', value: '1', instance: 'nobody' },
  ])('is refused as the edit is: %j', async (input) => {
    const before = await state();
    const refused = await example.refused('metadata.set', { ...input, dryRun: true });
    expect(refused).toEqual(await example.refused('metadata.set', input));
    expect(await state()).toEqual(before);
  });
});

describe('PATCH /v1/facts', () => {
  test.each<Input<'facts.patch'>>([
    { region: 'eu-west-1' },
    { launchTime: '2024-01-01T00:00:00Z', instanceType: 'm7i.large' },
    { instanceProfile: null },
    {},
  ])('%j', async (input) => {
    const before = await state();
    const would = await example.did('facts.patch', { ...input, dryRun: true });
    expect(await state()).toEqual(before);
    expect(await example.did('facts.patch', input)).toEqual(would);
  });

  test('is refused as the edit is', async () => {
    const before = await state();
    const wrong = { region: 'eu-west-1', availabilityZone: 'us-east-1a' };
    const refused = await example.refused('facts.patch', { ...wrong, dryRun: true });
    expect(refused).toEqual(await example.refused('facts.patch', wrong));
    expect(await state()).toEqual(before);
  });

  test('tells no secret', async () => {
    const given = { kind: 'given', accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'very-secret', token: 'quite-secret' };
    const would = await example.runtime.carry('facts.patch', { roleCredentials: given, dryRun: true }, 'http');
    expect(would).toMatchObject({ ok: true, data: { changed: [{}] } });
    expect(JSON.stringify(would)).not.toMatch(/very-secret|quite-secret/);
  });
});
