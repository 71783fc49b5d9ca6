// Credentials given by hand are served as given, kept with the world, and masked everywhere else.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract, type OperationName } from '../../app/contract/contract.ts';
import { openedWorldFile } from '../world-file.example.ts';
import { type ExampleRuntime, startedRuntime } from '../runtime.example.ts';

const ROLE = 'meta-data/iam/security-credentials/metadeck-role';
const EXTENDED = 'meta-data/iam/security-credentials-extended/metadeck-role';
const OF_INSTANCE = 'meta-data/identity-credentials/ec2/security-credentials/ec2-instance';
const SECRETS = { secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', token: 'IQoJb3JpZ2luX2VjEXAMPLETOKEN' };
const GIVEN = { kind: 'given' as const, accessKeyId: 'ASIAIOSFODNN7EXAMPLE', ...SECRETS };

let folder = '';
let worldFile = '';
let example: ExampleRuntime;
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-credentials-'));
  worldFile = path.join(folder, 'world.json');
  example = await startedRuntime({ worldFile: await openedWorldFile(worldFile) });
});
afterEach(async () => {
  await example.runtime.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function served(from = example, where = ROLE): Promise<Record<string, string>> {
  const response = await fetch(`http://127.0.0.1:${from.port()}/latest/${where}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, string>;
}

/** Windows has no such modes. */
function openToOthers(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
}

function expectNoSecret(value: unknown): void {
  const text = JSON.stringify(value);
  for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret.slice(0, 12));
}

/** Everything that only reads, as the panel and the command line do. */
const READING: [OperationName, object][] = [
  ['status.get', {}],
  ['world.get', {}],
  ['facts.get', {}],
  ['credentials.get', {}],
  ['metadata.list', {}],
  ['metadata.preview', { path: ROLE }],
  ['server.probe', { path: ROLE }],
  ['presets.list', {}],
  ['requests.list', {}],
  ['requests.get', { sequence: 1 }],
  ['tokens.list', {}],
  ['clients.list', {}],
];

test('they are served as given, and nothing that reads shows them', async () => {
  expectNoSecret(
    await example.did('facts.patch', { roleCredentials: { ...GIVEN, expiration: '2024-08-01T13:00:00Z' } }),
  );
  expect(await served()).toMatchObject({
    Code: 'Success',
    AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    SecretAccessKey: SECRETS.secretAccessKey,
    Token: SECRETS.token,
    Expiration: '2024-08-01T13:00:00Z',
  });
  for (const [name, input] of READING) expectNoSecret(await example.did(name, input));
  expect((await example.did('requests.get', { sequence: 1 })).body).toContain('"SecretAccessKey" : "wJal…"');
});

test.each([
  ['as SDKs name it', ROLE, `{"SessionToken":"${SECRETS.token}"}`],
  ['escaped', ROLE, `{"\\u0053ecretAccess\\u004Bey":"${SECRETS.secretAccessKey.replaceAll('/', '\\u002f')}"}`],
  ['in small letters', ROLE, `{"secretaccesskey":"${SECRETS.secretAccessKey}"}`],
  ['below other names', OF_INSTANCE, `{"Credentials":[{"Token":"${SECRETS.token}"}]}`],
  ['in a file', EXTENDED, `aws_secret_access_key = ${SECRETS.secretAccessKey}`],
  ['beside its usual place', 'meta-data/iam/mine', `{"Token":"${SECRETS.token}"}`],
])('of an override, %s, nothing shows a secret either', async (_how, where, value) => {
  expectNoSecret(await example.did('metadata.set', { path: where, value, only: true }));
  const response = await fetch(`http://127.0.0.1:${example.port()}/latest/${where}`);
  expect(await response.text()).toBe(value);
  for (const [name, input] of READING) expectNoSecret(await example.did(name, input));
  expectNoSecret(await example.did('requests.entries', { sequences: [1] }));
});

test('nor does anything that changes', async () => {
  await example.did('facts.patch', { roleCredentials: GIVEN });
  expectNoSecret(await example.did('metadata.set', { path: ROLE, value: '{}' }));
  expectNoSecret(await example.did('metadata.reset', { path: ROLE }));
  await example.did('world.undo');
  await example.did('world.undo');
  expect((await served())['AccessKeyId']).toBe('ASIAIOSFODNN7EXAMPLE');
  expectNoSecret(await example.did('presets.apply', { name: 'spot', dryRun: true }));
});

test.each<[string, unknown]>([
  ['secrets with blanks', { ...GIVEN, secretAccessKey: `${SECRETS.secretAccessKey}\n`, token: `${SECRETS.token} ` }],
  ['a secret for a time', { ...GIVEN, expiration: SECRETS.token }],
  ['a secret for a kind', { ...GIVEN, kind: SECRETS.token }],
  ['a secret alone', SECRETS.token],
])('%s: refused, and nothing is repeated', async (_what, roleCredentials) => {
  const failure = await example.refused('facts.patch', { roleCredentials });
  expect(failure.code).toBe('INVALID_INPUT');
  expectNoSecret(failure);
});

test('the world file has them, for the user alone, and the next start serves them', async () => {
  await example.did('facts.patch', { roleCredentials: GIVEN });
  await example.runtime.stop();
  expect(readFileSync(worldFile, 'utf8')).toContain(SECRETS.secretAccessKey);
  expect(openToOthers(worldFile)).toBe(false);
  example = await startedRuntime({ worldFile: await openedWorldFile(worldFile) });
  expect((await served())['SecretAccessKey']).toBe(SECRETS.secretAccessKey);
});

test('an export has fresh ones, and an import answers without secrets', async () => {
  await example.did('facts.patch', { roleCredentials: GIVEN });
  const exported = await example.did('world.get');
  const [instance] = exported.instances;
  const facts = { ...instance?.facts, roleCredentials: GIVEN };
  const imported = await example.did(
    'world.put',
    contract['world.put'].input.parse({ ...exported, instances: [{ ...instance, facts }] }),
  );
  expectNoSecret(imported);
  expect((await served())['SecretAccessKey']).toBe(SECRETS.secretAccessKey);
  await example.did('world.put', exported);
  expect((await served())['AccessKeyId']).toMatch(/^ASIA[A-Z2-7]{16}$/);
});

test('a patch of another fact leaves them', async () => {
  await example.did('facts.patch', { roleCredentials: { kind: 'expired' } });
  await example.did('facts.patch', { instanceType: 'c7g.large' });
  expect((await example.did('facts.get')).roleCredentials).toEqual({ kind: 'expired' });
});

test('a reset of iam/ brings back the fresh ones of the preset', async () => {
  await example.did('facts.patch', { roleCredentials: { kind: 'failure', code: 'X' } });
  expect((await served())['Code']).toBe('X');
  await example.did('metadata.reset', { under: 'meta-data/iam/' });
  expect((await served())['Code']).toBe('Success');
});

describe('the next set', () => {
  test('comes when it is asked for, of the role and of the instance itself, and can be taken back', async () => {
    const before = [await served(), await served(example, OF_INSTANCE)];
    example.clock.move(5000);
    const rotated = await example.did('credentials.rotate');
    expect(rotated).toMatchObject({ number: 2, everySeconds: 3600, nextAt: '2024-08-01T12:59:05.000Z' });
    const after = [await served(), await served(example, OF_INSTANCE)];
    const without = rotated.sets.filter(({ imds }) => imds === 'v1').map(({ accessKeyId }) => accessKeyId);
    expect(after.map((one) => one['AccessKeyId'])).toEqual(without);
    expect(after.map((one) => one['LastUpdated'])).toEqual(['2024-08-01T11:59:05Z', '2024-08-01T11:59:05Z']);
    expect((await example.did('status.get')).undo).toBe('rotated the credentials');
    await example.did('world.undo');
    expect([await served(), await served(example, OF_INSTANCE)]).toEqual(before);
  });

  test('comes as often as the instance says, and the set stays until it is that old', async () => {
    const before = await served();
    example.clock.move(60_000);
    await example.did('facts.patch', { credentialRotationSeconds: 600 });
    expect(await example.did('credentials.get')).toMatchObject({ number: 1, nextAt: '2024-08-01T12:09:00.000Z' });
    example.clock.move(539_999);
    expect(await served()).toEqual(before);
    example.clock.move(1);
    expect((await served())['LastUpdated']).toBe('2024-08-01T12:09:00Z');
  });

  test('is kept with the world: the next start goes on with it', async () => {
    await example.did('credentials.rotate');
    const before = await served();
    await example.runtime.stop();
    example = await startedRuntime({ worldFile: await openedWorldFile(worldFile) });
    expect(await served()).toEqual(before);
  });

  test.each([9, 21_601, 60.5, '10m'])('every %s is refused in one sentence', async (credentialRotationSeconds) => {
    const { issues } = await example.refused('facts.patch', { credentialRotationSeconds });
    expect(issues).toEqual([
      {
        path: 'credentialRotationSeconds',
        message: 'A whole number of seconds from 10 (10 s) to 21600 (6 h) is needed, such as 600.',
      },
    ]);
  });

  test('never comes to an instance that answers as AEMM', async () => {
    await example.did('presets.apply', { name: 'aemm' });
    const { code, message } = await example.refused('credentials.rotate');
    expect(code).toBe('CONFLICT');
    expect(message).toMatch(
      /^This instance answers as AEMM, whose credentials are those of its configuration for good/,
    );
    expect(await example.refused('credentials.get')).toMatchObject({ code: 'CONFLICT' });
  });
});

test('a client is shown with the sets that it got, and whether they are the newest', async () => {
  const { AccessKeyId } = await served();
  await served();
  await example.did('server.probe', { path: ROLE, withToken: true });
  const [client] = (await example.did('clients.list')).items;
  const set = {
    of: 'role',
    imds: 'v1',
    number: 1,
    accessKeyId: AccessKeyId,
    lastUpdated: '2024-08-01T11:59:00.000Z',
    expiration: '2024-08-01T18:19:00.000Z',
    readAt: '2024-08-01T11:59:00.000Z',
    times: 2,
  };
  expect(client?.credentials).toEqual([{ ...set, newest: true }]);
  await example.did('credentials.rotate');
  expect((await example.did('clients.list')).items[0]?.credentials).toEqual([{ ...set, newest: false }]);
  expect((await example.did('requests.get', { sequence: 1 })).why.summary).toBe('role credentials, set 1 of IMDSv1');
});
