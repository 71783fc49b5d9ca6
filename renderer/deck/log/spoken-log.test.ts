// What the silent list tells those who listen.
import { expect, test } from 'vitest';
import { spokenRows } from './spoken-log.tsx';
import { rowsOf } from '../../stores/log/rows.example.ts';

test.each([
  [[], ''],
  [[200], '1 new request'],
  [[200, 404, 200], '3 new requests'],
  [[200, 401], '2 new requests, 1 error'],
  [[500, 401], '2 new requests, 2 errors'],
])('%j is told as %j', (statuses, said) => {
  expect(spokenRows(rowsOf(statuses))).toBe(said);
});
