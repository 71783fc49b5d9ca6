// A throw behind a request is a 500 for its client, a row in the log, and told; the process and what comes next go on.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AEMM_DEFAULTS } from '../../app/aemm/defaults/defaults.ts';
import { aemmWorld } from '../../app/aemm/world.ts';
import type { Page } from '../../app/answer/page.ts';
import { presetWorld } from '../first-world.ts';
import { START, startedRuntime } from '../runtime.example.ts';
import type { Answering } from './answering.ts';
import { exampleAnswering } from './answering.example.ts';
import { CLOSED, get, KEPT, openPlane, type Plane, SIX, whole } from './outcomes.example.ts';
import { connect, rawAsk } from './raw-ask.example.ts';

const DATE = 'Date: Thu, 01 Aug 2024 11:59:00 GMT\r\n';
const EC2 = `HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n${DATE}Server: EC2ws\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n`;
const AEMM =
  'HTTP/1.1 500 Internal Server Error\r\nContent-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n' +
  `${DATE}Content-Length: 28\r\nConnection: close\r\n\r\n500 - Internal Server Error\n`;
const BROKEN = new Error('It broke.');

function breaks(): never {
  throw BROKEN;
}

const unwritable: Page = {
  ...SIX,
  get before() {
    return breaks();
  },
};

let plane: Plane;
afterEach(() => plane.close());

const respond: Answering['respond'] = (instance, traffic, request, now) =>
  request.target.startsWith('/broken') ? breaks() : exampleAnswering().respond(instance, traffic, request, now);

async function open(answering: Partial<Answering>): Promise<void> {
  plane = await openPlane({}, { answering });
}

async function bytesOf(...texts: string[]): Promise<string> {
  const { socket, end } = await connect(plane.port);
  socket.write(texts.join(''));
  return end;
}

describe('in the core', () => {
  test.each([
    ['without a body', get('/broken')],
    ['with a body', 'PUT /broken HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}'],
    ['with a body in chunks', 'PUT /broken HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  ])('%s: 500, told, logged, and the next is answered', async (_name, text) => {
    await open({ respond });
    expect(await bytesOf(text)).toBe(EC2);
    expect(plane.told).toEqual([BROKEN]);
    expect(plane.rows()).toEqual([{ target: '/broken', status: 500, rule: 'internal', size: 0 }]);
    expect(await rawAsk(plane.port, ['GET /latest HTTP/1.1'])).toContain('HTTP/1.1 200 OK');
  });

  test('in the profile aemm, as Go writes an error', async () => {
    const world = aemmWorld(AEMM_DEFAULTS, exampleAnswering().now());
    await open({ respond, world: () => world });
    expect(await bytesOf(get('/broken'))).toBe(AEMM);
    expect(plane.rows()).toMatchObject([{ status: 500, rule: 'internal', size: 28 }]);
  });

  test('over a kept connection: those before it are answered, and it is closed', async () => {
    plane = await openPlane({});
    const { respond: usual } = plane.answering;
    plane.answering.respond = (...given) => (given[2].target === '/broken' ? breaks() : usual(...given));
    const { socket, end, until } = await connect(plane.port);
    socket.write(get('/1'));
    await until('abcdef');
    socket.write(get('/broken'));
    expect(await end).toBe(KEPT + EC2);
    expect(await bytesOf(get('/1'), get('/broken'), get('/2'))).toBe(KEPT + EC2);
    expect(await bytesOf(get('/2', false))).toBe(CLOSED);
  });
});

describe('elsewhere', () => {
  test('in the key of signatures', async () => {
    await open({ identity: { isReady: () => false, ready: () => Promise.reject(BROKEN) } });
    expect(await bytesOf(get('/latest/dynamic/instance-identity/signature'))).toBe(EC2);
    expect([plane.told, plane.rows()]).toMatchObject([[BROKEN], [{ rule: 'internal', status: 500 }]]);
  });

  test('in what is behind an answer that comes later', async () => {
    plane = await openPlane({ '/': { kind: 'later', afterMs: 10, what: { ...whole, page: unwritable } } });
    expect(await bytesOf(get('/'))).toBe(EC2);
    expect(plane.told).toHaveLength(1);
  });

  test.each([
    ['at the door', { world: breaks }, ''],
    ['in the clock', { now: breaks }, ''],
    ['in what is let in', { admits: breaks }, EC2],
  ])('%s', async (_name, broken, came) => {
    await open(broken);
    expect(await bytesOf(get('/latest'))).toBe(came);
    expect(new Set(plane.told)).toEqual(new Set([BROKEN]));
  });

  test('in recording: the client has its answer, and the log a row all the same', async () => {
    const { traffic } = exampleAnswering();
    await open({ traffic: { ...traffic, touch: breaks } });
    expect(await bytesOf(get('/1', false))).toBe(CLOSED);
    expect(plane.told).toEqual([BROKEN]);
    expect(plane.rows()).toEqual([{ target: '/1', status: 200, rule: 'internal', size: 0 }]);
  });

  test('in the log itself: told, and the next is answered', async () => {
    const { log } = exampleAnswering();
    await open({ log: { ...log, add: breaks } });
    expect(await bytesOf(get('/1', false))).toBe(CLOSED);
    expect(await bytesOf(get('/2', false))).toBe(CLOSED);
    expect(plane.told).toHaveLength(4);
  });
});

describe('in what Node would answer by itself', () => {
  test.each([
    ['CONNECT', 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n', 'a:1'],
    ['an expectation', 'GET /latest HTTP/1.1\r\nHost: a\r\nExpect: coffee\r\n\r\n', '/latest'],
    ['what the parser rejects', 'BREW /pot HTTP/1.1\r\n\r\n', ''],
  ])('%s', async (_name, text, target) => {
    const { world } = exampleAnswering();
    await open({ world: vi.fn<Answering['world']>(world).mockImplementationOnce(breaks) });
    expect(await bytesOf(text)).toBe(EC2);
    expect([plane.told, plane.rows()]).toMatchObject([[BROKEN], [{ target, status: 500, rule: 'internal' }]]);
  });
});

test('in a run: 500, the stack once on standard error without what is secret, and a warning', async () => {
  const secret = 'AQAEALH4Y1gVvJlE0pJ3w2mBRxCVm3NRn7kV0yxk9oZ0hQ3uTg2a8w==';
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let isBroken = false;
  const world = presetWorld('spot', START);
  for (const instance of world.instances) {
    const { userData } = instance;
    Object.defineProperty(instance, 'userData', {
      get() {
        if (isBroken) throw new Error(`broken, with ${secret}`);
        return userData;
      },
    });
  }
  await open({});
  const example = await startedRuntime({ world });
  const asked = 'GET /latest/user-data HTTP/1.1';
  isBroken = true;
  const answers = [await rawAsk(example.port(), [asked]), await rawAsk(example.port(), [asked])];
  isBroken = false;
  const { warnings } = example.runtime.status();
  await example.runtime.stop();
  expect(answers).toEqual([EC2, EC2]);
  expect(told.mock.calls).toEqual([[expect.stringMatching(/^Error: broken, with AQAE…\n\s+at /)]]);
  expect(warnings.map(({ text }) => text)).toEqual([
    'Something broke inside Metadeck; please report it: Error: broken, with AQAE…',
  ]);
});
