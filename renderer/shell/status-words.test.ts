// The status pill says each state of the server in its own words.
import { expect, test } from 'vitest';
import type { Status } from '../../app/contract/server.ts';
import { statusWords } from './status-words.ts';

type Told = Pick<Status, 'state' | 'problem' | 'endpoint'>;

const PROBLEM = { message: '', port: 1338, holder: null, freePort: null };

function wordsFor(told: Told): string {
  // Nothing else of the status is looked at.
  return statusWords(told as Status, null).words;
}

test.each<[string, Told]>([
  ['Starting', { state: 'starting', problem: null, endpoint: null }],
  ['Listening', { state: 'listening', problem: null, endpoint: 'http://127.0.0.1:1338' }],
  ['Stopped', { state: 'stopped', problem: null, endpoint: null }],
  ['Port in use', { state: 'failed', problem: { ...PROBLEM, code: 'PORT_IN_USE' }, endpoint: null }],
  ['Not listening', { state: 'failed', problem: { ...PROBLEM, code: 'ADDRESS_UNAVAILABLE' }, endpoint: null }],
])('%s', (words, told) => {
  expect(wordsFor(told)).toBe(words);
});

test('before the first answer it is connecting', () => {
  expect(statusWords(null, null)).toEqual({ state: 'starting', words: 'Connecting', endpoint: null });
});

test('a lost connection goes before what was known, and shows no endpoint', () => {
  const told: Told = { state: 'listening', problem: null, endpoint: 'http://127.0.0.1:1338' };
  const lost = { state: 'lost', words: 'Lost connection', endpoint: null };
  expect(statusWords(told as Status, 'reconnecting')).toEqual(lost);
});

test('a page without a valid token says so, before and after the first answer', () => {
  const refused = { state: 'lost', words: 'No valid token', endpoint: null };
  expect(statusWords(null, 'refused')).toEqual(refused);
});
