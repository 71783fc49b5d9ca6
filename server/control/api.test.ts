// The contract over HTTP: input from path, query and body, every error code, and limits.
import { once } from 'node:events';
import * as net from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../app/contract/contract.ts';
import { ERROR_STATUS, failed, type ErrorCode, type Failure, type Result } from '../../app/result.ts';
import { ask, type Request } from './ask.example.ts';
import { MAX_BODY } from './body.ts';
import { createControl, type Control } from './control.ts';
import { fakeHost } from './host.example.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
let next: Result<unknown> | Error | null = null;
const host = fakeHost((asked) => {
  if (next instanceof Error) throw next;
  return next ?? { ok: true, data: asked };
});
let control: Control;
let port = 0;

beforeAll(async () => {
  control = createControl(host, { token: 't', panelDir: null });
  const opened = await control.listenHttp({ port: 0, asked: true });
  if (opened.ok) port = opened.data.port;
});
afterAll(() => control.close());
beforeEach(() => {
  next = null;
  host.asked.length = 0;
  host.failures.length = 0;
});

function send(method: string, path: string, request: Request = {}) {
  return ask({ port }, { method, path, ...request, headers: { authorization: 'Bearer t', ...request.headers } });
}

function sendJson(method: string, path: string, value: unknown) {
  return send(method, path, { headers: JSON_TYPE, body: JSON.stringify(value) });
}

function errorOf(answer: { text: string }): Failure {
  return (JSON.parse(answer.text) as { error: Failure }).error;
}

describe('every operation has its route', () => {
  test.each(Object.entries(contract))('%s', async (name, { method, path }) => {
    const answer = await send(method, path.replaceAll(/\{\w+\}/g, 'part'));
    expect(answer.status).toBe(200);
    expect(host.asked).toMatchObject([{ name }]);
  });
});

describe('input', () => {
  test('of a GET is its query', async () => {
    await send('GET', '/v1/requests?after=7&filter=status%3A404');
    expect(host.asked[0]?.input).toEqual({ after: '7', filter: 'status:404' });
  });

  test('of any other is its body', async () => {
    await sendJson('PUT', '/v1/world', { version: 1, instances: [] });
    expect(host.asked[0]?.input).toEqual({ version: 1, instances: [] });
  });

  test('no body is an empty object', async () => {
    await send('POST', '/v1/undo', { headers: { 'content-length': '0' } });
    expect(host.asked[0]?.input).toEqual({});
  });

  test('parts of the path join it, decoded', async () => {
    await sendJson('PATCH', '/v1/clients/fe80%3A%3A1%25eth0', { label: 'node 1' });
    expect(host.asked[0]?.input).toEqual({ address: 'fe80::1%eth0', label: 'node 1' });
  });

  test('a part of the path may not be given twice', async () => {
    const answer = await sendJson('POST', '/v1/events/a/cancel', { id: 'b' });
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: 'id' }] });
  });

  test.each([
    ['a query on a POST', 'POST', '/v1/undo?instance=a', undefined],
    ['a body on a GET', 'GET', '/v1/status', '{"a":1}'],
    ['half an object', 'POST', '/v1/undo', '{"a":'],
    ['text that is no UTF-8', 'POST', '/v1/undo', Buffer.from([0x22, 0xff, 0x22])],
  ])('%s is refused', async (_name, method, path, body) => {
    const answer = await send(method, path, body === undefined ? {} : { headers: JSON_TYPE, body });
    expect(answer.status).toBe(400);
    expect(errorOf(answer).code).toBe('INVALID_INPUT');
    expect(host.asked).toEqual([]);
  });

  test('what is no object goes to the schema as it is', async () => {
    await sendJson('PUT', '/v1/world', [1]);
    expect(host.asked[0]?.input).toEqual([1]);
  });
});

describe('answers', () => {
  test.each(Object.entries(ERROR_STATUS))('%s is a %i', async (code, status) => {
    next = failed(code as ErrorCode, 'It went wrong; do this.', [{ path: 'a', message: 'b' }]);
    const answer = await send('GET', '/v1/status');
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual(next);
  });

  test('success has its data', async () => {
    next = { ok: true, data: { items: [] } };
    const answer = await send('GET', '/v1/events');
    expect(answer).toMatchObject({ status: 200, text: '{"ok":true,"data":{"items":[]}}' });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('a bug says nothing of the inside', async () => {
    next = new Error('secret at line 7');
    const answer = await send('GET', '/v1/status');
    expect(answer.status).toBe(500);
    expect(errorOf(answer).code).toBe('INTERNAL');
    expect(answer.text).not.toContain('secret');
    expect(host.failures).toEqual([next]);
  });

  test.each(['/v1/status', '/v1/nowhere', '/', '/nowhere'])('%s is not stored and not sniffed', async (path) => {
    const { headers } = await send('GET', path);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});

describe('paths and methods', () => {
  test.each(['/v1', '/v1/', '/v1/nowhere', '/v1/status/', '/V1/status', '/nowhere', '/v1/events/a/b/c'])(
    '%s is not found',
    async (path) => {
      const answer = await send('GET', path);
      expect(answer.status).toBe(404);
      expect(errorOf(answer).code).toBe('NOT_FOUND');
    },
  );

  test.each([
    ['PUT', '/v1/status', 'HEAD, GET'],
    ['OPTIONS', '/v1/metadata', 'HEAD, GET, PUT, DELETE'],
    ['GET', '/v1/undo', 'POST'],
    ['GET', '/v1/events/a/cancel', 'POST'],
    ['POST', '/v1/changes', 'HEAD, GET'],
    ['DELETE', '/v1/events/skip', 'POST'],
    ['GET', '/v1/requests/entries', 'POST'],
    ['POST', '/', 'GET, HEAD'],
  ])('%s %s is not allowed, and says what is', async (method, path, allow) => {
    const answer = await send(method, path);
    expect(answer).toMatchObject({ status: 405, headers: { allow } });
    expect(errorOf(answer).code).toBe('METHOD_NOT_ALLOWED');
  });

  test('HEAD is a GET without a body', async () => {
    expect(await send('HEAD', '/v1/status')).toMatchObject({ status: 200, text: '' });
  });
});

describe('bodies', () => {
  test.each([
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['no type', {}],
    ['compressed', { ...JSON_TYPE, 'content-encoding': 'gzip' }],
  ])('%s is refused', async (_name, headers) => {
    const answer = await send('POST', '/v1/undo', { headers, body: '{}' });
    expect(answer.status).toBe(415);
    expect(errorOf(answer).code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  test('JSON may say its character set', async () => {
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect(await send('POST', '/v1/undo', { headers, body: '{}' })).toMatchObject({ status: 200 });
  });

  test('1 MiB is taken', async () => {
    const body = JSON.stringify({ a: 'x'.repeat(MAX_BODY - 8) });
    expect(Buffer.byteLength(body)).toBe(MAX_BODY);
    expect(await send('POST', '/v1/undo', { headers: JSON_TYPE, body })).toMatchObject({ status: 200 });
  });

  test.each([{}, { 'transfer-encoding': 'chunked' }])('a byte more is not (%o)', async (headers) => {
    const body = JSON.stringify({ a: 'x'.repeat(MAX_BODY - 7) });
    const answer = await send('POST', '/v1/undo', { headers: { ...JSON_TYPE, ...headers }, body });
    expect(answer.status).toBe(413);
    expect(errorOf(answer).code).toBe('TOO_LARGE');
    expect(host.asked).toEqual([]);
  });

  test('a world is taken, however large, since it was exported so', async () => {
    const body = JSON.stringify({ a: 'x'.repeat(3 * MAX_BODY) });
    expect(await send('PUT', '/v1/world', { headers: JSON_TYPE, body })).toMatchObject({ status: 200 });
  });

  test('null is no object, and goes to the schema as it is', async () => {
    await send('POST', '/v1/undo', { headers: JSON_TYPE, body: 'null' });
    expect(host.asked).toMatchObject([{ input: null }]);
  });

  test('a client that breaks off in the middle does no harm', async () => {
    const socket = net.connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`POST /v1/undo HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer t\r\n`);
    socket.write('Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a":');
    socket.destroy();
    await once(socket, 'close');
    expect(await send('GET', '/v1/status')).toMatchObject({ status: 200 });
    expect(host.asked.map(({ name }) => name)).toEqual(['status.get']);
    expect(host.failures).toEqual([]);
  });
});
