// What Node would answer by itself: answered by hand, and recorded (behaviour.md, The log).
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startedRuntime, type ExampleRuntime } from '../runtime.example.ts';
import { openOne } from '../listen.ts';
import { createRequestLog } from '../log/request-log.ts';
import { createDataPlane } from './app.ts';
import { exampleAnswering } from './answering.example.ts';
import { connect, partsOf, rawAsk } from './raw-ask.example.ts';

const GET = 'GET /latest/meta-data/instance-id HTTP/1.1';
const PUT = ['PUT /latest/api/token HTTP/1.1', 'X-aws-ec2-metadata-token-ttl-seconds: 60'];
const MAX_BODY = 65_536;
let example: ExampleRuntime;

beforeAll(async () => {
  example = await startedRuntime();
});
afterAll(() => example.runtime.stop());
beforeEach(async () => {
  await example.did('requests.clear');
});

async function ask(...lines: string[]) {
  return partsOf(await rawAsk(example.port(), lines));
}

async function logged() {
  const items = await example.rows();
  return items.map(({ method, target, status, rule, version }) => ({ method, target, status, rule, version }));
}

describe('a request that the parser rejects is 400, empty, logged', () => {
  test.each([
    ['no HTTP at all', 'nonsense', '', 'nonsense'],
    ['a TLS client', '\u0016\u0003\u0001', '', '\u0016\u0003\u0001'],
    ['an unknown method', 'BREW /pot HTTP/1.1', 'BREW', '/pot'],
    ['a header without a name', `${GET}\r\n: x`, 'GET', '/latest/meta-data/instance-id'],
  ])('%s', async (_name, text, method, target) => {
    const { status, headers, body } = await ask(text);
    expect([status, body]).toEqual(['HTTP/1.1 400 Bad Request', '']);
    expect(headers).toContain('Connection: close');
    expect(await logged()).toEqual([{ method, target, status: 400, rule: 'malformed-request', version: null }]);
  });
});

test('of a packet that begins in the middle of the headers nothing is kept, for it may be a token', async () => {
  const { socket, end } = await connect(example.port());
  socket.write(`${GET}\r\n`);
  await expect.poll(() => socket.bytesWritten).toBe(GET.length + 2);
  await rawAsk(example.port(), [GET]);
  socket.write('X-aws-ec2-metadata-token: AQAEAsecret\r\n: x\r\n\r\n');
  expect(await end).toContain('400 Bad Request');
  expect(JSON.stringify(await example.did('requests.list', {}))).not.toContain('secret');
});

test('a header block over 16 KiB is 431, logged', async () => {
  const { status, body } = await ask(GET, `X-Long: ${'x'.repeat(17_000)}`);
  expect([status, body]).toEqual(['HTTP/1.1 431 Request Header Fields Too Large', '']);
  expect(await logged()).toMatchObject([{ status: 431, rule: 'headers-too-large' }]);
});

test('a header block of 15 KiB is fine', async () => {
  expect((await ask(GET, `X-Long: ${'x'.repeat(15_000)}`)).status).toBe('HTTP/1.1 200 OK');
});

test('no Host is fine', async () => {
  expect((await ask(GET)).status).toBe('HTTP/1.1 200 OK');
  expect(await logged()).toMatchObject([{ status: 200, rule: 'fact' }]);
});

test.each([
  ['ours, then a foreign one', 'Host: 127.0.0.1', 'host: evil.example'],
  ['the same twice', 'Host: 127.0.0.1', 'Host: 127.0.0.1'],
])('two Hosts are 400, logged, and closed: %s', async (_name, ...hosts) => {
  const { status, headers, body } = await ask(GET, ...hosts);
  expect([status, body]).toEqual(['HTTP/1.1 400 Bad Request', '']);
  expect(headers).toContain('Connection: close');
  expect(await logged()).toMatchObject([{ method: 'GET', status: 400, rule: 'malformed-request' }]);
});

test('CONNECT is refused, logged, and closed', async () => {
  const { status, headers } = await ask('CONNECT example.com:443 HTTP/1.1', 'Host: example.com:443');
  expect(status).toBe('HTTP/1.1 405 Not Allowed');
  expect(headers).toContain('Allow: GET, HEAD');
  expect(await logged()).toMatchObject([{ method: 'CONNECT', status: 405, rule: 'connect' }]);
});

test('an expectation that can not be met is 417, logged', async () => {
  expect((await ask(GET, 'Expect: coffee')).status).toBe('HTTP/1.1 417 Expectation Failed');
  expect(await logged()).toMatchObject([{ status: 417, rule: 'expectation' }]);
});

test('100-continue is told to go on', async () => {
  const { socket, end, until } = await connect(example.port());
  socket.write(`${[...PUT, 'Expect: 100-continue', 'Content-Length: 3'].join('\r\n')}\r\n\r\n`);
  await until('HTTP/1.1 100 Continue');
  socket.write('abc');
  expect(await end).toContain('HTTP/1.1 200 OK');
});

test('an upgrade is answered as if it had not been asked for', async () => {
  expect((await ask(GET, 'Upgrade: websocket', 'Connection: Upgrade')).status).toBe('HTTP/1.1 200 OK');
});

function chunk(size: number): string {
  return `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`;
}

describe('a body (imds.md 6)', () => {
  test.each([
    ['up to 64 KiB is dropped', [...PUT, `Content-Length: ${MAX_BODY}`, '', 'x'.repeat(MAX_BODY)]],
    ['of a GET is dropped', [GET, 'Content-Length: 2', '', 'hi']],
    ['in chunks up to 64 KiB is dropped', [...PUT, 'Transfer-Encoding: chunked', '', `${chunk(MAX_BODY)}0`]],
    ['of no length is none', [...PUT, 'Content-Length: 0']],
  ])('%s', async (_name, lines) => {
    expect((await ask(...lines)).status).toBe('HTTP/1.1 200 OK');
    expect(await logged()).toHaveLength(1);
  });

  test.each([
    ['announced', [...PUT, `Content-Length: ${MAX_BODY + 1}`]],
    ['announced and sent', [...PUT, `Content-Length: ${MAX_BODY + 1}`, '', 'x'.repeat(MAX_BODY + 1)]],
    ['in chunks', [...PUT, 'Transfer-Encoding: chunked', '', `${chunk(MAX_BODY)}${chunk(1)}0`]],
    ['far beyond', [...PUT, 'Content-Length: 3000000', '', 'x'.repeat(3_000_000)]],
    ['far beyond, in chunks', [...PUT, 'Transfer-Encoding: chunked', '', `${chunk(3_000_000)}0`]],
  ])('over 64 KiB, %s, is 413 and the connection is closed', async (_name, lines) => {
    const { status, headers, body } = await ask(...lines);
    expect([status, body]).toEqual(['HTTP/1.1 413 Payload Too Large', '']);
    expect(headers).toContain('Connection: close');
    expect(await logged()).toMatchObject([{ method: 'PUT', status: 413, rule: 'body-too-large' }]);
  });

  test('over 64 KiB issues no token', async () => {
    const before = await example.did('tokens.list');
    await ask(...PUT, `Content-Length: ${MAX_BODY + 1}`);
    expect(await example.did('tokens.list')).toEqual(before);
  });

  test('of which the client stops in the middle is 400, logged once, with what is known of it', async () => {
    const { socket, end } = await connect(example.port());
    socket.end(`${[...PUT, 'Content-Length: 100'].join('\r\n')}\r\n\r\nhalf`);
    expect(await end).toContain('HTTP/1.1 400 Bad Request');
    expect(await logged()).toMatchObject([{ method: 'PUT', target: '/latest/api/token', rule: 'malformed-request' }]);
  });

  test('of which the client goes away in the middle is logged once, as never finished', async () => {
    const { socket, end } = await connect(example.port());
    socket.write(`${[...PUT, 'Content-Length: 100', 'Expect: 100-continue'].join('\r\n')}\r\n\r\nhalf`);
    socket.resetAndDestroy();
    await end;
    await expect.poll(logged).toMatchObject([{ status: null, rule: 'timed-out' }]);
  });
});

describe('half a request, then silence (small limits)', () => {
  const limits = { headersTimeoutMs: 100, requestTimeoutMs: 100, checkEveryMs: 20 };

  async function quiet(text: string) {
    const log = createRequestLog();
    const server = createDataPlane({ ...exampleAnswering(), log }, limits);
    const opened = await openOne(server, { host: '127.0.0.1', port: 0 });
    if (!opened.ok) throw new Error(opened.code);
    const { socket, end } = await connect(opened.listener.port);
    socket.write(text);
    const answer = await end;
    const open = await new Promise<number>((settle) => server.getConnections((_error, count) => settle(count)));
    await opened.close();
    return { answer, open, entries: log.after(0, 10, (entry) => ({ ...entry })).items };
  }

  test.each([
    ['half a line', 'GET /latest', ''],
    ['half the headers', `${GET}\r\nHost: a\r\n`, ''],
    ['half the body', `${PUT.join('\r\n')}\r\nContent-Length: 100\r\n\r\nhalf`, '/latest/api/token'],
  ])('%s: 408, closed, logged once, and nothing stays', async (_name, text, target) => {
    const { answer, open, entries } = await quiet(text);
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(open).toBe(0);
    expect(entries).toMatchObject([{ status: 408, target, why: { rule: 'timed-out' } }]);
  });

  test('nothing at all is closed without a word', async () => {
    const { answer, open } = await quiet('');
    expect([answer, open]).toEqual([expect.stringMatching(/^(HTTP\/1\.1 408 |$)/), 0]);
  });
});
