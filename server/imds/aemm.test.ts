// AEMM's answers byte for byte as they leave the socket: Go's headers in Go's order, and what the web server itself refuses.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AEMM_DEFAULTS } from '../../app/aemm/defaults/defaults.ts';
import { aemmWorld } from '../../app/aemm/world.ts';
import { type ExampleRuntime, START, startedRuntime } from '../runtime.example.ts';
import { connect, partsOf, rawAsk } from './raw-ask.example.ts';

const GET = 'GET /latest/meta-data/instance-id HTTP/1.1';
const HOST = 'Host: a.public.name';
const CLOSE = 'Connection: close';
const DATE = 'Date: Thu, 01 Aug 2024 11:59:00 GMT';
let example: ExampleRuntime;

beforeAll(async () => {
  example = await startedRuntime({ world: aemmWorld(AEMM_DEFAULTS, START) });
});
afterAll(() => example.runtime.stop());

function ask(...lines: string[]): Promise<string> {
  return rawAsk(example.port(), lines);
}

test('a value, whole', async () => {
  expect(await ask(GET, HOST, CLOSE)).toBe(
    [
      'HTTP/1.1 200 OK',
      'Content-Type: text/plain',
      DATE,
      'Content-Length: 19',
      'Connection: close',
      '',
      'i-1234567890abcdef0',
    ].join('\r\n'),
  );
});

test('a token, whole', async () => {
  const put = ['PUT /latest/api/token HTTP/1.1', 'X-aws-ec2-metadata-token-ttl-seconds: 21600', CLOSE];
  const { status, headers, body } = partsOf(await ask(...put));
  expect([status, body.length]).toEqual(['HTTP/1.1 200 OK', 44]);
  expect(headers).toEqual([
    'Content-Type: text/plain',
    'X-Aws-Ec2-Metadata-Token-Ttl-Seconds: 21600',
    DATE,
    'Content-Length: 44',
    'Connection: close',
  ]);
});

test.each([
  ['HTTP/1.1 404 Not Found', 'GET /nothing HTTP/1.1'],
  ['HTTP/1.1 400 Bad Request', 'PUT /latest/api/token HTTP/1.1'],
])('%s, whole but for its body', async (status, line) => {
  const got = partsOf(await ask(line, CLOSE));
  expect(got.status).toBe(status);
  expect(got.headers).toEqual([
    'Content-Type: text/plain; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    DATE,
    `Content-Length: ${got.body.length}`,
    'Connection: close',
  ]);
  expect(got.body.length).toBeGreaterThan(300);
});

test('nothing but the length where there is nothing to say', async () => {
  expect(partsOf(await ask('GET /latest/api/token HTTP/1.1', CLOSE))).toEqual({
    status: 'HTTP/1.1 200 OK',
    headers: [DATE, 'Content-Length: 0', 'Connection: close'],
    body: '',
  });
});

test('HEAD has the same headers and no body', async () => {
  const get = partsOf(await ask(GET, CLOSE));
  expect(partsOf(await ask(GET.replace('GET', 'HEAD'), CLOSE))).toEqual({ ...get, body: '' });
});

test.each(['POST', 'PUT', 'DELETE'])('%s with a body is answered as GET is', async (method) => {
  const { body } = partsOf(await ask(GET.replace('GET', method), CLOSE, 'Content-Length: 0'));
  expect(body).toBe('i-1234567890abcdef0');
});

describe('the connection', () => {
  test('is kept unless the client wants it closed, and nothing is said of it', async () => {
    const { socket, end } = await connect(example.port());
    socket.write(`${GET}\r\nX-First: 1\r\n\r\n`);
    socket.write(`${GET}\r\nConnection: Close\r\n\r\n`);
    const [, first = '', second = ''] = (await end).split('HTTP/1.1 200 OK\r\n');
    expect(first).not.toMatch(/^(Connection|Keep-Alive|Transfer-Encoding|Server):/im);
    expect(second).toContain('\r\nConnection: close\r\n');
  });

  test('HTTP/1.0 is answered, and closed', async () => {
    expect(await ask(GET.replace('1.1', '1.0'))).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*i-1234567890abcdef0$/);
  });
});

describe('what the web server refuses', () => {
  test.each([
    ['nonsense', ['nonsense']],
    ['a token with line breaks in it', [GET, 'X-aws-ec2-metadata-token: <?xml version="1.0"?>\r\n<!DOCTYPE html>']],
    ['a header without a colon', [GET, 'no colon']],
    ['a malformed escape', ['GET /latest/%zz HTTP/1.1', CLOSE]],
    ['CONNECT', ['CONNECT a.example:80 HTTP/1.1']],
  ])('%s: 400 Bad Request, in the body too', async (_name, lines) => {
    const got = partsOf(await ask(...lines));
    expect([got.status, got.body]).toEqual(['HTTP/1.1 400 Bad Request', '400 Bad Request']);
    expect(got.headers).toEqual(['Content-Type: text/plain; charset=utf-8', DATE, 'Content-Length: 15', CLOSE]);
  });

  test.each([
    ['headers over 16 KiB', [GET, `X-Long: ${'x'.repeat(20_000)}`], '431 Request Header Fields Too Large'],
    ['an expectation', [GET, 'Expect: the-moon', CLOSE], '417 Expectation Failed'],
    ['a body over 64 KiB', ['POST / HTTP/1.1', 'Content-Length: 70000'], '413 Payload Too Large'],
  ])('%s', async (_name, lines, said) => {
    const got = partsOf(await ask(...lines));
    expect([got.status, got.body]).toEqual([`HTTP/1.1 ${said}`, said]);
  });

  test('a page that any site could be: nobody is refused for Host or Origin', async () => {
    const { status } = partsOf(await ask(GET, 'Host: evil.example', 'Origin: http://evil.example', CLOSE));
    expect(status).toBe('HTTP/1.1 200 OK');
  });
});
