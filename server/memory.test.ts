// 200,000 requests leave the heap where it was: what answering keeps is bounded (design.md 6).
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Request } from '../app/answer/request.ts';
import { requestOf } from '../app/service.example.ts';
import { firstInstance } from '../app/world/instances.ts';
import type { Answering } from './imds/answering.ts';
import { bringAbout, record } from './imds/recording.ts';
import { exampleAnswering } from './imds/answering.example.ts';
import { createHeaderKeeper } from './imds/kept-headers.ts';
import { headersOf } from './imds/write-answer.ts';

const WARM = 50_000;
const ALL = 200_000;
const SLACK_BYTES = 10 * 1024 * 1024;

const keepHeaders = createHeaderKeeper();

setFlagsFromString('--expose-gc');
// The function appears in contexts that are made after the flag was set.
const collect = runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** Clients that never come back, tokens that are used once, and paths that are not there: what could grow does. */
function question(i: number, token: string | undefined): Request {
  const client = `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;
  if (i % 4 === 0) return requestOf({ client, method: 'PUT', target: '/latest/api/token', tokenTtl: '60' });
  if (i % 4 === 1) return requestOf({ client, target: '/latest/meta-data/instance-id', token });
  if (i % 4 === 2) return requestOf({ client, target: `/latest/meta-data/nothing-${i}`, host: `host-${i}` });
  return requestOf({ client, target: '/latest/meta-data/spot/instance-action', token: `${i}`.padEnd(56, 'A') });
}

function answer(answering: Answering, request: Request): string | undefined {
  const instance = firstInstance(answering.world());
  const { outcome, why, effects, whenSent } = answering.respond(
    instance,
    answering.traffic.traffic,
    request,
    answering.now(),
  );
  if (outcome.kind !== 'reply') throw new Error(`Nothing was answered: ${outcome.kind}.`);
  const { page, tokenTtl } = outcome;
  const responseHeaders = headersOf(page, tokenTtl, answering.now(), true);
  const headers = keepHeaders(['Host', request.host ?? '', 'User-Agent', `client of ${request.client}`]);
  const at = answering.now();
  for (const one of [effects, whenSent]) bringAbout(answering, one, at);
  const asked = { at, startedAt: 0, instance, request, port: 1, headers: { kept: headers } };
  record(answering, asked, { page, responseHeaders, why });
  return request.method === 'PUT' ? String(page.body) : undefined;
}

test('the heap after 200,000 requests is what it was after 50,000', { timeout: 120_000 }, () => {
  const answering = exampleAnswering();
  let token: string | undefined;
  let warm = 0;
  for (let i = 1; i <= ALL; i++) {
    token = answer(answering, question(i, token)) ?? token;
    if (i === WARM) warm = heap();
  }
  expect(heap() - warm).toBeLessThan(SLACK_BYTES);
  expect(answering.log.last()).toBe(ALL);
  expect(answering.log.size()).toBe(10_000);
});
