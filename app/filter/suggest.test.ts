// Completions of the filter come from the log.
import { expect, test } from 'vitest';
import { exampleRow as row } from '../contract/log-row.example.ts';
import { suggest } from './suggest.ts';

const ROWS = [row(1, { status: 404 }), row(2, { status: 404, client: '10.0.0.4' }), row(3, {})];
const texts = (filter: string, caret = filter.length) => suggest(filter, caret, ROWS).items.map(({ text }) => text);

test('operators that begin as typed, also behind a minus', () => {
  expect(texts('st')).toEqual(['status:']);
  expect(texts('path:/x -cl')).toEqual(['-client:']);
});

test('nothing typed offers every operator', () => {
  expect(texts('')).toContain('path:');
  expect(texts('status:404 ')).toContain('ms:');
});

test('values of the log, the most frequent first, then those that always make sense', () => {
  expect(texts('status:')).toEqual([
    'status:404',
    'status:200',
    'status:2xx',
    'status:4xx',
    'status:5xx',
    'status:>=400',
  ]);
  expect(suggest('status:', 7, ROWS).items[0]?.note).toBe('2 requests');
});

test('another value after a comma leaves the first', () => {
  expect(texts('client:10.0.0.7,4')).toEqual(['client:10.0.0.7,10.0.0.4']);
});

test('what is typed already is not offered', () => {
  expect(texts('client:10.0.0.4')).toEqual([]);
});

test('a value with spaces or commas comes in quotes', () => {
  expect(texts('agent:cli')).toEqual(['agent:"aws cli/2 (a, b)"']);
});

test('only the word at the caret is replaced', () => {
  expect(suggest('status:40 sdk', 9, ROWS)).toMatchObject({ from: 0, to: 9 });
  expect(suggest('a b st', 6, ROWS)).toMatchObject({ from: 4, to: 6 });
});

test('an instance is offered where there are rows of several', () => {
  const rows = [...ROWS, row(4, { instance: 'web-2' })];
  expect(texts('inst')).toEqual([]);
  expect(suggest('inst', 4, rows).items.map(({ text }) => text)).toEqual(['instance:']);
  expect(suggest('instance:', 9, rows).items.map(({ text }) => text)).toEqual(['instance:spot', 'instance:web-2']);
});
