// The sparkline's figures.
import { expect, test } from 'vitest';
import { exampleRow } from '../stores/log/rows.example.ts';
import { activityByClient, activityText, BUCKETS } from './activity.ts';

const NOW = Date.parse('2026-11-22T14:10:00.000Z');

function row(secondsAgo: number, client = '10.0.0.7', panel = false, instance = 'web-1') {
  return { ...exampleRow(1), client, panel, instance, at: new Date(NOW - secondsAgo * 1000).toISOString() };
}

test('each request counts in its half minute, the latest last', () => {
  const counts = activityByClient([row(70), row(40), row(10), row(5)], NOW).get('web-1 10.0.0.7');
  expect(counts).toHaveLength(BUCKETS);
  expect(counts?.slice(-3)).toEqual([1, 1, 2]);
});

test('what is older than ten minutes, and what the panel asked, counts for nobody', () => {
  expect(activityByClient([row(601), row(1, '10.0.0.9', true)], NOW).size).toBe(0);
});

test('clients are counted apart, and an address at each instance that it asks', () => {
  const found = activityByClient([row(2, 'a'), row(1, 'b'), row(1, 'a', false, 'web-2')], NOW);
  expect([...found.keys()].toSorted()).toEqual(['web-1 a', 'web-1 b', 'web-2 a']);
});

test('in words', () => {
  expect(activityText(undefined)).toBe('nothing in the last 10 minutes');
  expect(activityText([0, 3, 1])).toBe('4 in the last 10 minutes, at most 3 in half a minute');
});
