// Chips are words of the filter.
import { expect, test } from 'vitest';
import { type ChipId, hasChip, toggleChip, withWord } from './chips.ts';

test.each<[string, ChipId, string]>([
  ['', '4xx', 'status:4xx'],
  ['status:4xx', '5xx', 'status:4xx,5xx'],
  ['status:4xx,5xx', '4xx', 'status:5xx'],
  ['path:/spot status:5xx', '5xx', 'path:/spot'],
  ['path:/spot', 'no-token', 'path:/spot token:missing'],
  ['token:missing "two words"', 'no-token', '"two words"'],
  ['', 'event-paths', 'path:/spot,/events,/autoscaling'],
  ['status:>=400', '2xx', 'status:>=400 status:2xx'],
])('%j with the chip %s pressed is %j', (filter, chip, after) => {
  expect(toggleChip(filter, chip)).toBe(after);
  expect(hasChip(after, chip)).toBe(!hasChip(filter, chip));
});

test('a word is added once', () => {
  expect(withWord(withWord('a', 'client:10.0.0.7'), 'client:10.0.0.7')).toBe('a client:10.0.0.7');
});

test('a word takes the place of its opposite', () => {
  expect(withWord('a -status:404', 'status:404')).toBe('a status:404');
  expect(withWord('status:404', '-status:404')).toBe('-status:404');
});
