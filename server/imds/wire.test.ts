// Answers byte for byte as they leave the socket (imds.md 2.4 to 2.6).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startedRuntime, type ExampleRuntime } from '../runtime.example.ts';
import { connect, partsOf, rawAsk } from './raw-ask.example.ts';

const GET = 'GET /latest/meta-data/instance-id HTTP/1.1';
const DATE = 'Date: Thu, 01 Aug 2024 11:59:00 GMT';
let example: ExampleRuntime;

beforeAll(async () => {
  example = await startedRuntime();
});
afterAll(() => example.runtime.stop());

function ask(...lines: string[]): Promise<string> {
  return rawAsk(example.port(), lines);
}

async function token(): Promise<string> {
  return partsOf(await ask('PUT /latest/api/token HTTP/1.1', 'X-aws-ec2-metadata-token-ttl-seconds: 60')).body;
}

test('a value, whole (2.4)', async () => {
  expect(await ask(GET, 'Host: 169.254.169.254')).toBe(
    [
      'HTTP/1.1 200 OK',
      'Content-Type: text/plain',
      'Accept-Ranges: none',
      'Last-Modified: Thu, 01 Aug 2024 11:59:00 GMT',
      'Content-Length: 19',
      DATE,
      'Server: EC2ws',
      'Connection: close',
      '',
      'i-0f3a27b9d04ec91e5',
    ].join('\r\n'),
  );
});

test('with a token, the seconds left come first (2.4)', async () => {
  const { headers } = partsOf(await ask(GET, `X-aws-ec2-metadata-token: ${await token()}`));
  expect(headers.slice(0, 2)).toEqual(['X-Aws-Ec2-Metadata-Token-Ttl-Seconds: 60', 'Content-Type: text/plain']);
});

test('a token, whole (2.5)', async () => {
  const { status, headers, body } = partsOf(
    await ask('PUT /latest/api/token HTTP/1.1', 'x-AWS-ec2-metadata-token-TTL-seconds: 21600'),
  );
  expect(status).toBe('HTTP/1.1 200 OK');
  expect(headers).toEqual([
    'X-Aws-Ec2-Metadata-Token-Ttl-Seconds: 21600',
    'Content-Type: text/plain',
    'Content-Length: 56',
    DATE,
    'Server: EC2ws',
    'Connection: close',
  ]);
  expect(body).toMatch(/^AQAEA.{49}==$/);
});

test('404, whole but for its body (2.6)', async () => {
  const { status, headers, body } = partsOf(await ask('GET /latest/meta-data/nothing HTTP/1.1'));
  expect([status, body.length]).toEqual(['HTTP/1.1 404 Not Found', 339]);
  expect(headers).toEqual([
    'Content-Type: text/html',
    'Content-Length: 339',
    DATE,
    'Server: EC2ws',
    'Connection: close',
  ]);
});

describe('what is refused, whole (2.5, 2.6)', () => {
  test.each([
    ['HTTP/1.1 400 Bad Request', [], ['PUT /latest/api/token HTTP/1.1']],
    ['HTTP/1.1 401 Unauthorized', [], [GET, 'X-aws-ec2-metadata-token: x']],
    ['HTTP/1.1 403 Forbidden', [], [GET, 'Origin: null']],
    ['HTTP/1.1 405 Not Allowed', ['Allow: OPTIONS, PUT'], ['GET /latest/api/token HTTP/1.1']],
    ['HTTP/1.1 405 Not Allowed', ['Allow: GET, HEAD'], ['DELETE /latest/meta-data/mac HTTP/1.1']],
  ])('%s %j', async (status, allow, lines) => {
    const rest = ['Content-Length: 0', DATE, 'Server: EC2ws', 'Connection: close', 'Content-Type: text/plain'];
    expect(partsOf(await ask(...lines))).toEqual({ status, headers: [...allow, ...rest], body: '' });
  });
});

test('HEAD has the same headers and no body (2.4)', async () => {
  const get = partsOf(await ask(GET));
  const head = partsOf(await ask(GET.replace('GET', 'HEAD')));
  expect(head).toEqual({ ...get, body: '' });
});

test('a body is its UTF-8 bytes', async () => {
  await example.did('metadata.set', { path: 'meta-data/mine', value: 'é€' });
  const { headers, body } = partsOf(await ask('GET /latest/meta-data/mine HTTP/1.1'));
  expect(headers).toContain('Content-Length: 5');
  expect(Buffer.from(body, 'latin1').toString('utf8')).toBe('é€');
});

describe('the connection', () => {
  test.each(['keep-alive', 'Keep-Alive', 'KEEP-ALIVE', 'keep-alive, TE'])(
    '"Connection: %s" keeps it, without a header (2.4)',
    async (value) => {
      const { socket, end } = await connect(example.port());
      socket.write(`${GET}\r\nConnection: ${value}\r\n\r\n`);
      socket.write(`${GET}\r\nX-Second: 1\r\n\r\n`);
      const [, first = '', second = ''] = (await end).split('HTTP/1.1 200 OK\r\n');
      expect(first).not.toMatch(/^(Connection|Keep-Alive|Transfer-Encoding):/im);
      expect(second).toContain('\r\nConnection: close\r\n');
    },
  );

  test.each([
    ['nothing said', []],
    ['"close"', ['Connection: close']],
    ['something else', ['Connection: x-keep-alive']],
  ])('with %s it is closed (2.4)', async (_name, lines) => {
    expect(await ask(GET, ...lines)).toContain('\r\nConnection: close\r\n');
  });

  test('HTTP/1.0 is answered, and closed', async () => {
    expect(await ask(GET.replace('1.1', '1.0'))).toMatch(
      /^HTTP\/1\.1 200 OK\r\n[^]*\r\nConnection: close\r\n[^]*i-0f3a27b9d04ec91e5$/,
    );
  });

  test('HTTP/1.0 may keep it, too', async () => {
    const { socket, end, until } = await connect(example.port());
    socket.write(`${GET.replace('1.1', '1.0')}\r\nConnection: keep-alive\r\n\r\n`);
    expect(await until('i-0f3a27b9d04ec91e5')).not.toContain('Connection:');
    socket.write(`${GET.replace('1.1', '1.0')}\r\n\r\n`);
    expect(await end).toContain('Connection: close');
  });

  test.for(['127.0.0.1', '::1'])('%s is listened on (behaviour.md, Listening)', async (host, { skip }) => {
    const listening = example.runtime.status().listeners.map(({ address }) => address);
    skip(host === '::1' && !listening.includes(host), 'This machine has no IPv6.');
    expect(await rawAsk(example.port(), [GET], host)).toContain('HTTP/1.1 200 OK');
  });
});
