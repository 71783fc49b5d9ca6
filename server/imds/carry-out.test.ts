// Each outcome byte by byte, over kept and pipelined connections, and what becomes of it when the client leaves (scenarios.md 2).
import { once } from 'node:events';
import { Socket } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Outcome } from '../../app/answer/answer.ts';
import { CLOSED, get, KEPT, openPlane, type Plane, SIX, whole } from './outcomes.example.ts';
import { connect } from './raw-ask.example.ts';

const cut = (bytes: number): Outcome => ({ kind: 'cut', page: SIX, tokenTtl: undefined, bytes });
const later = (afterMs: number, what: Exclude<Outcome, { kind: 'later' }>): Outcome => ({
  kind: 'later',
  afterMs,
  what,
});
const HEAD_OF = CLOSED.slice(0, -6);
const LONG = 50_000;

const OUTCOMES: Record<string, Outcome> = {
  '/later': later(20, whole),
  '/long': later(LONG, whole),
  '/silence': { kind: 'silence' },
  '/close': { kind: 'close' },
  '/reset': { kind: 'reset' },
  '/cut': cut(3),
  '/cut-0': cut(0),
  '/cut-99': cut(99),
  '/cut-later': later(20, { kind: 'cut', page: SIX, tokenTtl: undefined, bytes: 3 }),
  '/reset-later': later(20, { kind: 'reset' }),
};

let plane: Plane;
afterEach(() => plane.close());

/** Sends all of it at once, and gives what came until the connection was gone, and how it went: `FIN` or the system's code. */
async function exchange(...requests: string[]): Promise<{ came: string; how: string }> {
  const { socket, end } = await connect(plane.port);
  let how = 'FIN';
  socket.on('error', (error: NodeJS.ErrnoException) => (how = error.code ?? 'UNKNOWN'));
  socket.write(requests.join(''));
  return { came: await end, how };
}

describe('what comes, and how it ends', () => {
  test.each([
    ['a whole answer', '/', CLOSED, 'FIN', 200, 6],
    ['later', '/later', CLOSED, 'FIN', 200, 6],
    ['close', '/close', '', 'FIN', null, 0],
    ['reset', '/reset', '', 'ECONNRESET', null, 0],
    ['reset, later', '/reset-later', '', 'ECONNRESET', null, 0],
    ['cut', '/cut', `${HEAD_OF}abc`, 'FIN', 200, 3],
    ['cut, later', '/cut-later', `${HEAD_OF}abc`, 'FIN', 200, 3],
    ['cut before the body', '/cut-0', HEAD_OF, 'FIN', 200, 0],
    ['cut after the body', '/cut-99', CLOSED, 'FIN', 200, 6],
  ])('%s', async (_name, target, ...[came, how, status, size]) => {
    plane = await openPlane(OUTCOMES);
    expect(await exchange(get(target, false))).toEqual({ came, how });
    await expect.poll(() => plane.rows()).toEqual([{ target, status, rule: 'fact', size }]);
    expect(plane.sent()).toEqual(['/', '/later'].includes(target) ? [target] : []);
  });

  test('silence: nothing, until the connection has been idle for too long', async () => {
    plane = await openPlane(OUTCOMES, { limits: { idleMs: 50 } });
    expect(await exchange(get('/silence'))).toEqual({ came: '', how: 'FIN' });
    expect(plane.rows()).toEqual([{ target: '/silence', status: null, rule: 'fact', size: 0 }]);
    expect(plane.sent()).toEqual([]);
  });

  test('an answer comes later than a connection may be idle', async () => {
    plane = await openPlane({ '/later': later(150, whole) }, { limits: { idleMs: 50 } });
    expect(await exchange(get('/later', false))).toEqual({ came: CLOSED, how: 'FIN' });
  });

  test('of HEAD, what is cut has no body', async () => {
    plane = await openPlane(OUTCOMES);
    expect(await exchange(get('/cut', false, 'HEAD'))).toEqual({ came: HEAD_OF, how: 'FIN' });
  });

  test('cut, to who keeps the connection: the bytes of a kept answer, and the end of it', async () => {
    plane = await openPlane(OUTCOMES);
    expect(await exchange(get('/cut'))).toEqual({ came: KEPT.slice(0, -3), how: 'FIN' });
  });

  test('the log has as much of the body as went out', async () => {
    plane = await openPlane({ '/': { kind: 'cut', page: { ...SIX, body: 'aé€' }, tokenTtl: undefined, bytes: 4 } });
    await exchange(get('/'));
    expect(plane.answering.log.read(1, ({ body, size, truncated }) => [body, size, truncated])).toEqual([
      'aé',
      4,
      true,
    ]);
  });
});

describe('over one connection', () => {
  test('after an answer that came later, the next one is asked for as ever', async () => {
    plane = await openPlane(OUTCOMES);
    const { socket, end, until } = await connect(plane.port);
    socket.write(get('/later'));
    await until('abcdef');
    socket.write(get('/', false));
    expect(await end).toBe(KEPT + CLOSED);
    expect(plane.sent()).toEqual(['/later', '/']);
  });

  test('pipelined, a later answer holds back those after it', async () => {
    plane = await openPlane(OUTCOMES);
    expect(await exchange(get('/later'), get('/1'), get('/2', false))).toEqual({
      came: KEPT + KEPT + CLOSED,
      how: 'FIN',
    });
    expect(plane.rows().map(({ target }) => target)).toEqual(['/later', '/1', '/2']);
    expect(plane.sent()).toEqual(['/later', '/1', '/2']);
  });

  // That it breaks off is seen on the server: a client that finds an answer and the reset at once may take it for an end.
  test.each([
    ['/cut', KEPT + KEPT.slice(0, -3), 0],
    ['/close', KEPT, 0],
    ['/reset', KEPT, 1],
  ])('pipelined, %s waits for those before it and ends those after it', async (target, came, resets) => {
    const reset = vi.spyOn(Socket.prototype, 'resetAndDestroy');
    plane = await openPlane(OUTCOMES);
    expect(await exchange(get('/later'), get(target), get('/after'))).toMatchObject({ came });
    expect(reset).toHaveBeenCalledTimes(resets);
    await expect
      .poll(() => plane.rows().map((row) => [row.target, row.rule]))
      .toEqual([
        ['/later', 'fact'],
        [target, 'fact'],
        ['/after', 'left'],
      ]);
    expect(plane.sent()).toEqual(['/later']);
  });

  test('pipelined behind silence, nothing has left', async () => {
    plane = await openPlane(OUTCOMES, { limits: { idleMs: 50 } });
    expect(await exchange(get('/silence'), get('/after'), get('/reset'))).toEqual({ came: '', how: 'FIN' });
    await expect.poll(() => plane.rows().map(({ rule }) => rule)).toEqual(['fact', 'left', 'left']);
    expect(plane.sent()).toEqual([]);
  });

  test('a client that is slow to read has read nothing before it has: a row and its effects come then', async () => {
    const body = 'x'.repeat(32 * 1024 * 1024);
    plane = await openPlane({ '/': { kind: 'reply', page: { ...SIX, body }, tokenTtl: undefined } });
    const { socket, end } = await connect(plane.port);
    socket.write(get('/', false));
    await once(socket, 'data');
    socket.pause();
    expect([plane.rows(), plane.sent()]).toEqual([[], []]);
    socket.resume();
    expect((await end).endsWith(body)).toBe(true);
    await expect.poll(() => plane.sent()).toEqual(['/']);
  });
});

describe('who leaves has read nothing', () => {
  test.each(['end', 'resetAndDestroy'] as const)('before an answer that comes later, by %s', async (leave) => {
    plane = await openPlane(OUTCOMES);
    const { socket, end } = await connect(plane.port);
    socket.write(get('/1') + get('/long'));
    await once(socket, 'data');
    socket[leave]();
    await end;
    await expect.poll(() => plane.rows()).toHaveLength(2);
    expect(plane.rows()[1]).toEqual({ target: '/long', status: null, rule: 'left', size: 0 });
    const { leftAfterMs, ...why } = plane.answering.log.read(2, ({ why: said }) => said) ?? {};
    expect(leftAfterMs).toBeGreaterThanOrEqual(0);
    expect(why).toEqual({ rule: 'left', instance: 'spot', path: '/long' });
    expect(plane.sent()).toEqual(['/1']);
  });

  test('in the midst of an answer', async () => {
    const body = 'x'.repeat(32 * 1024 * 1024);
    plane = await openPlane({ '/': { kind: 'reply', page: { ...SIX, body }, tokenTtl: undefined } });
    const { socket, end } = await connect(plane.port);
    socket.write(get('/', false));
    await once(socket, 'data');
    socket.resetAndDestroy();
    await end;
    await expect.poll(() => plane.rows()).toMatchObject([{ rule: 'left' }]);
    expect(plane.sent()).toEqual([]);
  });
});

describe('answers that are held back', () => {
  test('beyond the bound, the connection is closed; a place is free again when one has left', async () => {
    plane = await openPlane(OUTCOMES, { limits: { heldBack: 1 } });
    const first = await connect(plane.port);
    first.socket.write(get('/long'));
    expect(await exchange(get('/1', false))).toMatchObject({ came: CLOSED });
    expect(await exchange(get('/later'))).toEqual({ came: '', how: 'FIN' });
    expect(plane.rows().at(-1)).toMatchObject({ target: '/later', status: null, rule: 'too-many-waiting' });
    first.socket.destroy();
    await expect.poll(() => plane.rows().at(-1)?.rule).toBe('left');
    expect(await exchange(get('/later', false))).toMatchObject({ came: CLOSED });
  });

  test('are let go when the plane is closed', async () => {
    plane = await openPlane(OUTCOMES);
    const { socket, end } = await connect(plane.port);
    socket.write(get('/1') + get('/long'));
    await once(socket, 'data');
    await plane.close();
    expect(await end).toBe(KEPT);
    expect(plane.rows().map(({ rule }) => rule)).toEqual(['fact', 'left']);
  });

  test('wait for a minute at the most', async () => {
    plane = await openPlane({ '/': later(3_600_000, { kind: 'close' }) });
    const { socket, end } = await connect(plane.port);
    const wait = vi.spyOn(globalThis, 'setTimeout');
    socket.write(get('/1') + get('/'));
    await once(socket, 'data');
    expect(wait.mock.calls.map(([, ms]) => ms)).toContain(60_000);
    socket.destroy();
    await end;
  });
});
