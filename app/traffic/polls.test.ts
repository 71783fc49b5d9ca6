// How often a client asks on the path of a notice, told from its last few requests.
import { expect, test } from 'vitest';
import { START } from '../service.example.ts';
import { notePoll, pollEveryMs, type Polls } from './polls.ts';

const NOTICE = 'meta-data/spot/instance-action';

function asked(...gaps: number[]): Polls {
  const polls: Polls = new Map();
  let at = START;
  for (const gap of [0, ...gaps]) notePoll(polls, NOTICE, (at += gap));
  return polls;
}

test.each([
  ['once', [], null],
  ['twice', [1000], 1000],
  ['with one late request', [1000, 1000, 30_000, 1000], 1000],
  ['with one that was tried again', [5000, 100, 5000, 5000], 5000],
  ['slower than it began', [1000, 1000, 1000, 1000, 60_000, 60_000, 60_000, 60_000, 60_000], 60_000],
])('asked %s', (_, gaps, every) => {
  const poll = asked(...gaps).get(NOTICE);
  expect(poll && pollEveryMs(poll)).toBe(every);
  expect(poll).toMatchObject({ times: gaps.length + 1, lastAt: START + gaps.reduce((sum, gap) => sum + gap, 0) });
});

test('a few moments are kept, however often it asks', () => {
  const gaps = Array.from({ length: 1000 }, () => 1000);
  expect(asked(...gaps).get(NOTICE)?.moments).toHaveLength(6);
});

test('other paths are none of notices', () => {
  const polls: Polls = new Map();
  for (const path of ['meta-data/instance-id', '', 'meta-data/spot', 'api/token']) notePoll(polls, path, START);
  expect(polls.size).toBe(0);
});
