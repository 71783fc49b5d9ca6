// Each request is recorded with everything about it, and nothing secret (behaviour.md, The log; design.md 6).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startedRuntime, type ExampleRuntime } from '../runtime.example.ts';
import { partsOf, rawAsk } from './raw-ask.example.ts';

const ID = '/latest/meta-data/instance-id';
const ROLE = '/latest/meta-data/iam/security-credentials/metadeck-role';
let example: ExampleRuntime;

beforeEach(async () => {
  example = await startedRuntime();
});
afterEach(() => example.runtime.stop());

async function ask(...lines: string[]) {
  return partsOf(await rawAsk(example.port(), lines));
}

async function token(): Promise<string> {
  return (await ask('PUT /latest/api/token HTTP/1.1', 'X-aws-ec2-metadata-token-ttl-seconds: 60')).body;
}

async function last() {
  const items = await example.rows();
  const next = items.at(-1)?.sequence ?? 0;
  return { row: items.at(-1), entry: await example.did('requests.get', { sequence: next }) };
}

test('sequence, time, client, method, path as sent, version, token, status, size, why, user agent', async () => {
  await ask('GET / HTTP/1.1');
  const valid = await token();
  example.clock.move(1500);
  await ask(`GET ${ID}?a=%20b HTTP/1.1`, 'User-Agent: aws-sdk-js/3', `x-aws-ec2-metadata-token: ${valid}`);
  const { row } = await last();
  expect(row).toMatchObject({
    sequence: 3,
    at: '2024-08-01T11:59:01.500Z',
    client: '127.0.0.1',
    method: 'GET',
    target: `${ID}?a=%20b`,
    path: 'meta-data/instance-id',
    version: 'v2',
    token: 'valid',
    status: 200,
    size: 19,
    rule: 'fact',
    why: 'instance id',
    userAgent: 'aws-sdk-js/3',
    panel: false,
  });
  expect(row?.port).toBeGreaterThan(0);
  expect(row?.durationMs).toBeGreaterThanOrEqual(0);
});

test('headers both ways as they were, and the body', async () => {
  await ask(`GET ${ID} HTTP/1.1`, 'X-One: 1', 'x-one: 2', 'ACCEPT: */*');
  const { entry } = await last();
  expect(entry.requestHeaders).toEqual([
    ['X-One', '1'],
    ['x-one', '2'],
    ['ACCEPT', '*/*'],
  ]);
  expect(entry.responseHeaders.map(([name]) => name)).toEqual([
    'Content-Type',
    'Accept-Ranges',
    'Last-Modified',
    'Content-Length',
    'Date',
    'Server',
    'Connection',
  ]);
  expect(entry).toMatchObject({ reason: 'OK', body: 'i-0f3a27b9d04ec91e5', encoding: 'utf8', truncated: false });
});

describe('which version of the service it was', () => {
  test.each([
    ['no token', [`GET ${ID} HTTP/1.1`], 'v1'],
    ['a token, even a bad one', [`GET ${ID} HTTP/1.1`, 'X-aws-ec2-metadata-token: x'], 'v2'],
    ['a question for a token', ['PUT /latest/api/token HTTP/1.1'], 'v2'],
    ['another PUT', [`PUT ${ID} HTTP/1.1`], 'v1'],
  ])('%s: %s', async (_name, lines, version) => {
    await ask(...lines);
    expect((await last()).row?.version).toBe(version);
  });
});

test('HEAD has sent no body', async () => {
  await ask(`HEAD ${ID} HTTP/1.1`);
  expect((await last()).entry).toMatchObject({ size: 0, body: '' });
});

describe('refused before anything is looked up: 403, empty, logged, and let in by the settings', () => {
  test.each([
    ['a foreign Host', 'Host: evil.example', 'foreign-host', { allowedHosts: ['evil.example'] }],
    ['a web page', 'Origin: http://a.example', 'web-page', { allowWebPages: true }],
    ['a web page by its fetch metadata', 'Sec-Fetch-Site: cross-site', 'web-page', { allowWebPages: true }],
  ])('%s', async (_name, header, rule, settings) => {
    const refused = await ask(`GET ${ID} HTTP/1.1`, header);
    expect([refused.status, refused.body]).toEqual(['HTTP/1.1 403 Forbidden', '']);
    expect((await last()).row).toMatchObject({ status: 403, rule, path: null });
    await example.did('settings.patch', settings);
    expect((await ask(`GET ${ID} HTTP/1.1`, header)).status).toBe('HTTP/1.1 200 OK');
  });

  test('an address typed by hand is let in', async () => {
    expect((await ask(`GET ${ID} HTTP/1.1`, 'Sec-Fetch-Site: none', 'Host: localhost')).status).toBe('HTTP/1.1 200 OK');
  });
});

test('two token headers are read as old and new, and masked each', async () => {
  const valid = await token();
  const { status } = await ask(
    `GET ${ID} HTTP/1.1`,
    'X-aws-ec2-metadata-token: oldoldold',
    `X-aws-ec2-metadata-token: ${valid}`,
  );
  expect(status).toBe('HTTP/1.1 200 OK');
  expect((await last()).entry.requestHeaders.map(([, value]) => value)).toEqual(['oldold…', `${valid.slice(0, 6)}…`]);
});

test('nothing secret is anywhere in it', async () => {
  const valid = await token();
  const held = `X-aws-ec2-metadata-token: ${valid}`;
  const role = JSON.parse((await ask(`GET ${ROLE} HTTP/1.1`, held)).body) as { SecretAccessKey: string; Token: string };
  const own = { SecretAccessKey: 'a secret of my own', Token: 'a token of my own' };
  await example.did('metadata.set', { path: ROLE, value: JSON.stringify(own) });
  await ask(`GET ${ROLE} HTTP/1.1`, held);
  await ask(`GET ${ROLE} HTTP/1.1`, held, 'X-Forwarded-For: 10.0.0.1');
  await ask(`GET /% HTTP/1.1`, held, 'Authorization: Bearer abcdefghijkl', 'Cookie: session=abcdefghijkl');
  await ask(`BREW ${ID} HTTP/1.1`, held);
  await ask(`CONNECT a:1 HTTP/1.1`, held);
  await ask(`GET ${ID} HTTP/1.1`, held, 'Expect: coffee');
  await example.did('server.probe', { path: ROLE, withToken: true });
  const { items, next } = await example.did('requests.list', {});
  const entries = await Promise.all(items.map(({ sequence }) => example.did('requests.get', { sequence })));
  const everything = JSON.stringify([
    items,
    entries,
    await example.did('tokens.list'),
    await example.did('clients.list'),
  ]);
  const secrets = [valid, role.SecretAccessKey, role.Token, own.SecretAccessKey, own.Token, 'abcdefghijkl'];
  expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
  expect(next).toBe(10);
  expect(everything).not.toContain('x-metadeck-probe');
});

test('a client is counted, by its address', async () => {
  await ask(`GET ${ID} HTTP/1.1`, 'User-Agent: curl/8');
  await ask(`GET ${ID} HTTP/1.1`, `X-aws-ec2-metadata-token: ${await token()}`);
  expect((await example.did('clients.list')).items).toMatchObject([
    { address: '127.0.0.1', agent: 'curl/8', requests: 3, v1Share: 1 / 3, lastTarget: ID },
  ]);
});
