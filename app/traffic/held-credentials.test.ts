// Which sets of credentials clients hold: one of each kind, for as many clients as are remembered.
import { expect, test } from 'vitest';
import { START } from '../service.example.ts';
import { type HeldCredentials, heldBy, MAX_HOLDERS, noteCredentials } from './held-credentials.ts';

const SET = {
  of: 'role' as const,
  imds: 'v2' as const,
  number: 1,
  accessKeyId: 'ASIAONE',
  lastUpdated: START,
  expiration: START + 1000,
};

test('another set of the same kind takes the place of the one before', () => {
  const all: HeldCredentials = new Map();
  const got = (set: typeof SET, now: number) =>
    noteCredentials(all, { instance: 'spot', client: '10.0.0.7', set }, now);
  got(SET, START);
  got(SET, START + 1);
  got({ ...SET, number: 2, accessKeyId: 'ASIATWO' }, START + 2);
  expect(heldBy(all, { instance: 'spot', address: '10.0.0.7' })).toEqual([
    { ...SET, number: 2, accessKeyId: 'ASIATWO', readAt: START + 2, times: 1 },
  ]);
  expect(heldBy(all, { instance: 'web-2', address: '10.0.0.7' })).toEqual([]);
});

test('of more clients than are remembered, the first goes', () => {
  const all: HeldCredentials = new Map();
  for (let i = 0; i < MAX_HOLDERS + 3; i++)
    noteCredentials(all, { instance: 'spot', client: `c${i}`, set: SET }, START);
  const holds = (client: string) => heldBy(all, { instance: 'spot', address: client }).length;
  expect([all.size, holds('c2'), holds('c3')]).toEqual([MAX_HOLDERS, 0, 1]);
});
