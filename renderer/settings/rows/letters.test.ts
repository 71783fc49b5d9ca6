// Letters of one's own for the list of requests.
import { expect, test } from 'vitest';
import { letterProblem } from './letters.ts';

test('a free letter may be taken, in either case', () => {
  expect([letterProblem('x', 'log.pause', {}), letterProblem('X', 'log.pause', {})]).toEqual([null, null]);
});

test('a command keeps its own letter', () => {
  expect(letterProblem('p', 'log.pause', {})).toBeNull();
});

test('a letter that another command has is refused, with the name of that command', () => {
  expect(letterProblem('f', 'log.pause', {})).toBe('F is taken by Follow new requests.');
});

test('a letter that another command gave up is free', () => {
  expect(letterProblem('f', 'log.pause', { 'log.follow': 'x' })).toBeNull();
});

test.each(['', 'ab', '1', 'é'])('%j is no letter', (typed) => {
  expect(letterProblem(typed, 'log.pause', {})).toContain('One letter');
});

test.each(['j', 'K'])('%s moves in the list', (typed) => {
  expect(letterProblem(typed, 'log.pause', {})).toContain('move in the list');
});
