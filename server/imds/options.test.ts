// Metadata options on the wire: 403 for everything, and answers that never come (imds.md 2.8 and 6).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { presetInstance } from '../../app/metadata/presets/presets.ts';
import type { World } from '../../app/world/world.ts';
import type { OptionsPatch } from '../../app/world/options.ts';
import { patchOptions } from '../../app/world/patch-options.ts';
import { type ExampleRuntime, START, startedRuntime } from '../runtime.example.ts';
import { openOne } from '../listen.ts';
import { createRequestLog } from '../log/request-log.ts';
import { createDataPlane } from './app.ts';
import { hopsFrom } from './arrival.ts';
import { exampleAnswering } from './answering.example.ts';
import { connect, partsOf, rawAsk } from './raw-ask.example.ts';
import type { Answering } from './answering.ts';

const PUT = ['PUT /latest/api/token HTTP/1.1', 'X-aws-ec2-metadata-token-ttl-seconds: 60'];

describe('HttpEndpoint disabled', () => {
  let example: ExampleRuntime;
  beforeEach(async () => {
    example = await startedRuntime();
    await example.did('options.patch', { httpEndpoint: 'disabled' });
  });
  afterEach(() => example.runtime.stop());

  test.each([
    ['a value', ['GET /latest/meta-data/instance-id HTTP/1.1']],
    ['a token', PUT],
    ['a token with a body', [...PUT, 'Content-Length: 0']],
    ['an expectation', ['GET / HTTP/1.1', 'Expect: something']],
    ['CONNECT', ['CONNECT a:1 HTTP/1.1']],
    ['too large a body', [...PUT, 'Content-Length: 70000']],
  ])('%s is 403, empty', async (_name, lines) => {
    const { status, headers, body } = partsOf(await rawAsk(example.port(), lines));
    expect([status, body]).toEqual(['HTTP/1.1 403 Forbidden', '']);
    expect(headers).toContain('Content-Length: 0');
    const items = await example.rows();
    expect(items).toMatchObject([{ status: 403, rule: 'endpoint-disabled' }]);
  });

  test('enabled again, it answers at once; undo closes it again', async () => {
    const ask = async () => partsOf(await rawAsk(example.port(), ['GET /latest HTTP/1.1'])).status;
    await example.did('options.patch', { httpEndpoint: 'enabled' });
    expect(await ask()).toBe('HTTP/1.1 200 OK');
    await example.did('world.undo');
    expect(await ask()).toBe('HTTP/1.1 403 Forbidden');
  });
});

type Arrival = { hops?: number; atServiceIpv6?: boolean };

/** A data plane whose clients all come from elsewhere, or to fd00:ec2::254; it closes what does nothing for 100 ms. */
async function heard(arrival: Arrival, options: OptionsPatch, lines: string[], hops?: World['hops']) {
  const base = exampleAnswering();
  const preset = presetInstance('spot', START);
  const instances = [{ ...preset, options: patchOptions(preset.options, options) }];
  const answering: Answering = {
    ...base,
    log: createRequestLog(),
    world: () => ({ version: 1, instances, routing: [], hops }),
    respond: (instance, traffic, request, now) => base.respond(instance, traffic, { ...request, ...arrival }, now),
  };
  const server = createDataPlane(answering, { idleMs: 100 });
  const opened = await openOne(server, { host: '127.0.0.1', port: 0 });
  if (!opened.ok) throw new Error(opened.code);
  const { socket, end } = await connect(opened.listener.port);
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const answer = await end;
  await opened.close();
  return { answer, entries: answering.log.after(0, 10, (entry) => ({ ...entry })).items };
}

describe('an answer that never comes: no bytes, closed at the time limit, logged with its reason', () => {
  test.each([
    ['beyond the hop limit', { hops: 2 }, PUT, 'hop-limit'],
    ['the same with a body', { hops: 2 }, [...PUT, 'Content-Length: 2', '', '{}'], 'hop-limit'],
    ['at the IPv6 address', { atServiceIpv6: true }, ['GET / HTTP/1.1'], 'ipv6-disabled'],
  ])('%s', async (_name, arrival, lines, rule) => {
    const { answer, entries } = await heard(arrival, {}, lines);
    expect(answer).toBe('');
    expect(entries).toMatchObject([{ status: null, responseHeaders: [], why: { rule } }]);
  });

  test('within the limit it comes', async () => {
    const { answer } = await heard({ hops: 2 }, { httpPutResponseHopLimit: 2 }, PUT);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });
});

describe('a client whose hops somebody set', () => {
  const SET = { '127.0.0.1': 3 };

  test('gets no token beyond the limit, whatever its address says', async () => {
    const { answer, entries } = await heard({}, { httpPutResponseHopLimit: 2 }, PUT, SET);
    expect(answer).toBe('');
    expect(entries).toMatchObject([{ status: null, why: { rule: 'hop-limit', given: '3 hops, limit 2' } }]);
  });

  test.each([
    ['within the limit', { httpPutResponseHopLimit: 3 }, PUT],
    ['for anything but a token', { httpPutResponseHopLimit: 1 }, ['GET /latest HTTP/1.1', 'Connection: close']],
  ])('is answered %s', async (_, options, lines) => {
    expect((await heard({}, options, lines, SET)).answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });
});

test.each([
  ['127.0.0.1', 1],
  ['127.0.0.2', 1],
  ['::1', 1],
  ['::ffff:127.0.0.1', 1],
  ['198.51.100.7', 2],
  ['2001:db8::7', 2],
  ['', 2],
])('%s is %d away', (address, hops) => {
  expect(hopsFrom(address)).toBe(hops);
});
