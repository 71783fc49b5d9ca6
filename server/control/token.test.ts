// The token that a run begins with, and another in its place: who has the old one is sent away, and the new one lets in.
import { once } from 'node:events';
import * as http from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startedRuntime, type ExampleRuntime } from '../runtime.example.ts';
import { ask, type Answer } from './ask.example.ts';
import { givenToken } from './token.ts';

const ROTATE = { method: 'POST', path: '/v1/control/rotate-token' };
const where = { socket: null, http: { port: 0, asked: true }, panelDir: null };

let example: ExampleRuntime;
let port = 0;

async function start(control: { token: string; tokenGiven?: boolean }): Promise<void> {
  example = await startedRuntime({ control: { ...where, ...control } });
  port = example.runtime.status().control.http?.port ?? 0;
}

beforeEach(() => start({ token: 'first' }));
afterEach(() => example.runtime.stop());

function withToken(token: string, request = { method: 'GET', path: '/v1/status' }): Promise<Answer> {
  return ask({ port }, { ...request, headers: { authorization: `Bearer ${token}` } });
}

async function rotated(token: string): Promise<string> {
  const answer = await withToken(token, ROTATE);
  return (JSON.parse(answer.text) as { data: { token: string } }).data.token;
}

test('the old one is refused from then on, the new one lets in', async () => {
  const next = await rotated('first');
  expect(next).toMatch(/^[\w-]{43}$/);
  expect((await withToken('first')).status).toBe(401);
  expect((await withToken(next)).status).toBe(200);
});

test('each is good until the next', async () => {
  const second = await rotated('first');
  const third = await rotated(second);
  expect(third).not.toBe(second);
  expect([(await withToken(second)).status, (await withToken(third)).status]).toEqual([401, 200]);
});

test('a stream that was opened with the old one ends', async () => {
  const headers = { authorization: 'Bearer first' };
  const request = http.get({ host: '127.0.0.1', port, path: '/v1/changes', headers, agent: false });
  const [stream] = (await once(request, 'response')) as [http.IncomingMessage];
  const ended = once(stream.resume(), 'end');
  await rotated('first');
  expect(await ended).toEqual([]);
});

test('without a token nobody rotates it', async () => {
  expect((await ask({ port }, ROTATE)).status).toBe(401);
  expect((await withToken('first')).status).toBe(200);
});

test('it holds when control over HTTP is closed and opened again', async () => {
  await example.runtime.stop();
  example = await startedRuntime({ control: { ...where, http: null, token: 'first' } });
  const { token } = await example.did('control.rotate-token');
  await example.did('settings.patch', { controlOverHttp: true });
  port = example.runtime.status().control.http?.port ?? 0;
  expect([(await withToken('first')).status, (await withToken(token)).status]).toEqual([401, 200]);
});

test('one that was named from outside stays, and that is said', async () => {
  await example.runtime.stop();
  await start({ token: 'named', tokenGiven: true });
  expect(example.runtime.status().control.tokenGiven).toBe(true);
  const refused = await withToken('named', ROTATE);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('METADECK_TOKEN names the token');
  expect((await withToken('named')).status).toBe(200);
});

test.each([undefined, ''])('%o names no token: one of 32 random bytes is made', (given) => {
  expect(givenToken(given)).toEqual({
    ok: true,
    data: { token: expect.stringMatching(/^[\w-]{43}$/) as string, tokenGiven: false },
  });
});

test('a token that is named is taken as it is', () => {
  expect(givenToken('my-token!~')).toEqual({ ok: true, data: { token: 'my-token!~', tokenGiven: true } });
});

test.each(['my token', 'clé', 'line\n', ' '])('%o fits no header, so it is refused', (given) => {
  expect(givenToken(given)).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', message: expect.stringMatching(/^METADECK_TOKEN may have only ASCII/) as string },
  });
});
