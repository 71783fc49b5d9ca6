// Rows stand still: sorted once when asked, and those that come later stand at the end.
import { expect, test } from 'vitest';
import { clientOf } from './client-key.ts';
import { ADDRESS, COLUMNS } from './client-columns.tsx';
import { exampleClient } from './client.example.ts';
import { type ClientRow, inOrder, isStale, sortedKeys } from './order.ts';

function row(address: string, requests: number): ClientRow {
  return { client: exampleClient({ address, requests }), counts: undefined };
}

const ROWS = [row('10.0.0.10', 5), row('10.0.0.9', 7), row('10.0.0.8', 5)];
const requests = (one: ClientRow) => one.client.requests;

function addresses(rows: readonly ClientRow[]): string[] {
  return rows.map(({ client }) => client.address.replace('10.0.0', ''));
}

test.each([
  ['ascending', ['.8', '.9', '.10']],
  ['descending', ['.10', '.9', '.8']],
] as const)('addresses %s go by their numbers', (direction, order) => {
  expect(addresses(inOrder(ROWS, sortedKeys(ROWS, ADDRESS, direction)))).toEqual(order);
});

test('equal ones stay as they stood', () => {
  expect(addresses(inOrder(ROWS, sortedKeys(ROWS, requests, 'descending')))).toEqual(['.9', '.10', '.8']);
});

test('what changes later moves nothing, and is said', () => {
  const order = sortedKeys(ROWS, requests, 'descending');
  const later = [row('10.0.0.10', 99), row('10.0.0.9', 7), row('10.0.0.8', 5), row('10.0.0.7', 100)];
  const shown = inOrder(later, order);
  expect(addresses(shown)).toEqual(['.9', '.10', '.8', '.7']);
  expect(isStale(shown, sortedKeys(shown, requests, 'descending'))).toBe(true);
  expect(isStale(inOrder(ROWS, order), order)).toBe(false);
});

test('every column sorts', () => {
  for (const { sort } of COLUMNS) expect(sortedKeys(ROWS, sort, 'ascending')).toHaveLength(ROWS.length);
});

test('a client is found by what it asks and by its address alone', () => {
  const clients = ['web-1', 'web-2'].map((instance) => exampleClient({ instance, address: '10.0.0.7' }));
  expect(clientOf(clients, 'web-2 10.0.0.7')).toBe(clients[1]);
  expect(clientOf(clients, '10.0.0.7')).toBe(clients[0]);
  expect(clientOf(clients, '10.0.0.8')).toBeNull();
});
