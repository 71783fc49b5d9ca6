// The guard, a case per rule of the control plane: who may use it over TCP, and who over the socket.
import { once } from 'node:events';
import * as net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowsNames } from '../../app/allowed-hosts.ts';
import { ask, type Request } from './ask.example.ts';
import { createControl, type Control } from './control.ts';
import { fakeHost } from './host.example.ts';

const TOKEN = 'the-token';
const AUTHORIZED = { authorization: `Bearer ${TOKEN}` };
const host = fakeHost();
let control: Control;
let port = 0;

beforeAll(async () => {
  const allows = allowsNames(['panel.example', '*.orb.local']);
  control = createControl(host, { token: TOKEN, panelDir: null, allows });
  const opened = await control.listenHttp({ port: 0, asked: true });
  if (opened.ok) port = opened.data.port;
});
afterAll(() => control.close());

function status(headers: Record<string, string>, request: Request = {}) {
  return ask({ port }, { path: '/v1/status', ...request, headers: { ...AUTHORIZED, ...headers } });
}

describe('Host', () => {
  test.each(['127.0.0.1', 'localhost', 'LocalHost', '[::1]'])('%s with our port is ours', async (name) => {
    expect(await status({ host: `${name}:${port}` })).toMatchObject({ status: 200 });
  });

  test.each(['panel.example', 'panel.example:8443', 'metadeck.orb.local:80'])('%s was allowed', async (name) => {
    expect(await status({ host: name })).toMatchObject({ status: 200 });
    expect(await status({ host: name, origin: `http://${name}` })).toMatchObject({ status: 200 });
    expect(await status({ host: name, origin: 'http://evil.example' })).toMatchObject({ status: 403 });
  });

  test.each([
    ['below a name that was allowed', () => 'a.panel.example'],
    ['the name whose lower ones were allowed', () => 'orb.local'],
    ['another name', () => `evil.example:${port}`],
    ['another address', () => `127.0.0.2:${port}`],
    ['a name that begins like ours', () => `localhost.evil.example:${port}`],
    ['no port', () => '127.0.0.1'],
    ['another port', () => `127.0.0.1:${port + 1}`],
  ])('%s is refused', async (_name, hostHeader) => {
    const answer = await status({ host: hostHeader() });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  test('none at all, as HTTP/1.0 allows, is refused', async () => {
    const socket = net.connect(port, '127.0.0.1').setEncoding('utf8');
    socket.write(`GET /v1/status HTTP/1.0\r\nAuthorization: Bearer ${TOKEN}\r\n\r\n`);
    const [text] = (await once(socket, 'data')) as [string];
    expect(text).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('two are refused, whichever comes first', async () => {
    const socket = net.connect(port, '127.0.0.1').setEncoding('utf8');
    const hosts = `Host: 127.0.0.1:${port}\r\nhost: evil.example\r\n`;
    socket.write(`GET /v1/status HTTP/1.1\r\n${hosts}Authorization: Bearer ${TOKEN}\r\n\r\n`);
    const [text] = (await once(socket, 'data')) as [string];
    socket.destroy();
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).toContain('more than one Host');
  });

  test('the rule holds for the panel too', async () => {
    expect(await ask({ port }, { path: '/', headers: { host: 'evil.example' } })).toMatchObject({ status: 403 });
  });
});

describe('Origin', () => {
  test.each([
    ['exactly ours', () => `http://127.0.0.1:${port}`, 200],
    ['of another port', () => `http://127.0.0.1:${port + 1}`, 403],
    ['of another scheme', () => `https://127.0.0.1:${port}`, 403],
    ['of another of our names than the Host', () => `http://localhost:${port}`, 403],
    ['of another site', () => 'https://evil.example', 403],
    ['opaque', () => 'null', 403],
  ])('%s', async (_name, origin, expected) => {
    expect(await status({ origin: origin() })).toMatchObject({ status: expected });
  });
});

describe('Sec-Fetch-Site', () => {
  test.each([
    ['same-origin', 200],
    ['none', 200],
    ['same-site', 403],
    ['cross-site', 403],
    ['anything', 403],
  ])('%s answers %i', async (site, expected) => {
    expect(await status({ 'sec-fetch-site': site })).toMatchObject({ status: expected });
  });
});

describe('the token', () => {
  test.each([
    ['none', {}],
    ['a wrong one', { authorization: 'Bearer the-tokem' }],
    ['one that begins the same', { authorization: `Bearer ${TOKEN}x` }],
    ['an empty one', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: `Basic ${TOKEN}` }],
  ])('%s is refused', async (_name, headers) => {
    const answer = await ask({ port }, { path: '/v1/status', headers });
    expect(answer).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer realm="metadeck"' } });
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'UNAUTHORIZED' } });
  });

  test.each(['/v1/changes', '/v1/openapi.json', '/v1/nowhere', '/v1', '/v1/status?token=the-token'])(
    '%s needs it too',
    async (path) => {
      expect(await ask({ port }, { path })).toMatchObject({ status: 401 });
    },
  );

  test('a request without it reaches no operation', async () => {
    const before = host.asked.length;
    await ask({ port }, { method: 'POST', path: '/v1/undo' });
    expect(host.asked).toHaveLength(before);
  });
});

describe('no CORS', () => {
  test('a preflight is no exception', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await ask({ port }, { method: 'OPTIONS', path: '/v1/undo', headers });
    expect(answer.status).toBe(403);
  });

  test.each(['GET', 'OPTIONS'])('%s gets no Access-Control header, even from our own page', async (method) => {
    const answer = await status({ origin: `http://127.0.0.1:${port}` }, { method });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('who asks', () => {
  test.each([
    ['a program', {}, 'http'],
    ['our command line', { 'x-metadeck-by': 'cli' }, 'cli'],
    ['our page', { 'sec-fetch-site': 'same-origin' }, 'panel'],
    ['an address typed in', { 'sec-fetch-site': 'none' }, 'http'],
  ])('%s', async (_name, headers, by) => {
    await status(headers);
    expect(host.asked.at(-1)).toMatchObject({ name: 'status.get', by });
  });
});
