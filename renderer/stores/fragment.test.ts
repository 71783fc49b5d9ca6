// The fragment of the page's address.
import { expect, test } from 'vitest';
import { fragmentFor, readFragment } from './fragment.ts';

test('token and screen are read', () => {
  expect(readFragment('#token=abc-_1&screen=tokens')).toEqual({ token: 'abc-_1', screen: 'tokens', subject: null });
});

test('an empty fragment says nothing', () => {
  expect(readFragment('')).toEqual({ token: null, screen: null, subject: null });
});

test('what is written is read again', () => {
  const hash = fragmentFor('metadata', 'meta-data/tags/instance/a&b=c');
  expect(readFragment(hash)).toEqual({ token: null, screen: 'metadata', subject: 'meta-data/tags/instance/a&b=c' });
});
