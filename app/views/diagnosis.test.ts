// What is said of a client that polls, reads, stops or never asks.
import { describe, expect, test } from 'vitest';
import { diagnosis, type AskedPath, type Known } from './diagnosis.ts';

const NOW = Date.UTC(2024, 7, 1, 12);
const ACTION = 'meta-data/spot/instance-action';

function poll(everyMs: number | null, agoMs = 0, given: Partial<AskedPath> = {}): AskedPath {
  return { path: ACTION, everyMs, times: everyMs === null ? 1 : 10, lastAt: NOW - agoMs, ...given };
}

function said(known: Partial<Known>): string {
  return diagnosis({ polls: [], notice: null, v1Share: 0, ...known }, NOW);
}

describe('how it asks', () => {
  test.each([
    [poll(1000), 'asks every 1 s'],
    [poll(200), 'asks every 200 ms'],
    [poll(2530), 'asks every 2.5 s'],
    [poll(5100), 'asks every 5.1 s'],
    [poll(20_000), 'asks every 20 s: may read a notice 20 s late'],
    [poll(60_000, 100_000), 'asks every 60 s: may miss a notice of two minutes only if 2 requests in a row fail'],
    [poll(90_000), 'asks every 90 s: may miss a notice of two minutes only if one request fails'],
    [poll(120_000), 'asks every 2 min: may miss a notice of two minutes only if one request fails'],
    [poll(300_000), 'asks every 5 min: may miss a notice of two minutes'],
    [poll(1000, 35_000), 'asked last 35 s ago'],
    [poll(60_000, 181_000), 'asked last 3 min 1 s ago'],
    [poll(null), 'asked once, now'],
    [poll(null, 35_000), 'asked once, 35 s ago'],
  ])('%o', (asked, words) => {
    expect(said({ polls: [asked] })).toBe(words);
  });

  test('the path of the two that it asks for most', () => {
    const polls = [poll(60_000, 0, { times: 2 }), poll(1000, 0, { path: 'meta-data/spot/termination-time', times: 9 })];
    expect(said({ polls })).toBe('asks every 1 s');
  });
});

describe('who never asks', () => {
  test('at all', () => {
    expect(said({})).toBe('has never asked for the notice path');
  });

  test('asks for something else', () => {
    const polls = [poll(2000, 0, { path: 'meta-data/events/recommendations/rebalance' })];
    expect(said({ polls })).toBe('has never asked for the notice path, asks every 2 s on rebalance');
  });
});

describe('a notice stands', () => {
  const read = { kind: 'spot-interruption', readAfterMs: 120 };

  test('read, and silent since', () => {
    expect(said({ polls: [poll(1000, 35_000)], notice: read })).toBe(
      'read the notice after 120 ms, asked last 35 s ago',
    );
  });

  test('not read by who asks', () => {
    const notice = { ...read, readAfterMs: null };
    expect(said({ polls: [poll(60_000)], notice })).toMatch(/^has not read the notice, asks every 60 s: /);
  });

  test.each([
    ['rebalance-recommendation', 'read the rebalance recommendation after 120 ms'],
    ['maintenance', 'read the maintenance event after 120 ms'],
    ['lifecycle', 'read the target state after 120 ms'],
  ])('of %s', (kind, words) => {
    expect(said({ notice: { ...read, kind } })).toContain(words);
  });
});

test('a client of IMDSv1 alone is told so', () => {
  expect(said({ polls: [poll(1000)], v1Share: 1 })).toBe('asks every 1 s; uses IMDSv1 only');
  expect(said({ polls: [poll(1000)], v1Share: 0.99 })).toBe('asks every 1 s');
});
