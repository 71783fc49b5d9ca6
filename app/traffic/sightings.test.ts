// Who read which notice: kept by instance, and bounded by what it takes.
import { expect, test } from 'vitest';
import { START } from '../service.example.ts';
import {
  exchangeSightings,
  MAX_READERS,
  MAX_SIGHTING_BYTES,
  noSightings,
  noteSighting,
  sightingsOf,
} from './sightings.ts';

const READ = { instance: 'web-1', event: 'spot-1', client: '10.0.0.7', afterMs: 5, skippedMs: 0 };

test('first and last time, and how often', () => {
  const all = noSightings();
  noteSighting(all, READ, START);
  noteSighting(all, { ...READ, afterMs: 2005 }, START + 2000);
  expect([...(sightingsOf(all, 'web-1', 'spot-1') ?? [])]).toEqual([
    ['10.0.0.7', { at: START, afterMs: 5, skippedMs: 0, times: 2, lastAt: START + 2000 }],
  ]);
});

test('an event with the same id in another instance is another event', () => {
  const all = noSightings();
  noteSighting(all, READ, START);
  expect(sightingsOf(all, 'web-2', 'spot-1')).toBeUndefined();
});

test('one event in each of 1,000 instances, read by its client: all stay', () => {
  const all = noSightings();
  for (let i = 0; i < 1000; i++) noteSighting(all, { ...READ, instance: `web-${i}`, client: `10.0.0.${i}` }, START);
  const kept = Array.from({ length: 1000 }, (_, i) => sightingsOf(all, `web-${i}`, 'spot-1')?.has(`10.0.0.${i}`));
  expect(new Set(kept)).toEqual(new Set([true]));
});

test('of the clients of one event, the one that read it first goes first', () => {
  const all = noSightings();
  for (let i = 0; i < MAX_READERS + 3; i++) noteSighting(all, { ...READ, client: `c${i}` }, START);
  const readers = sightingsOf(all, 'web-1', 'spot-1');
  expect([readers?.size, readers?.has('c2'), readers?.has('c3')]).toEqual([MAX_READERS, false, true]);
});

test('they take no more than their bound, and the event that was read first goes first', () => {
  const all = noSightings();
  const readers = Array.from({ length: MAX_READERS }, (_, i) => `c${i}`);
  for (let i = 0; i < 300; i++) {
    for (const client of readers) noteSighting(all, { ...READ, event: `spot-${i}`, client }, START);
    expect(all.bytes).toBeLessThanOrEqual(MAX_SIGHTING_BYTES);
  }
  expect(all.seen.size).toBeGreaterThanOrEqual(200);
  expect(sightingsOf(all, 'web-1', 'spot-0')).toBeUndefined();
  expect(sightingsOf(all, 'web-1', 'spot-299')?.size).toBe(MAX_READERS);
});

test('exchanged for none, nothing is counted; exchanged again, all is as it was', () => {
  const all = noSightings();
  noteSighting(all, READ, START);
  const before = exchangeSightings(all, noSightings());
  expect(all).toEqual(noSightings());
  expect(exchangeSightings(all, before)).toEqual(noSightings());
  expect(all).toEqual(before);
  expect(all.seen.size).toBe(1);
});
