// A question is made once, and anew when anything that it follows from has changed.
import { expect, test } from 'vitest';
import { exampleService, START } from '../service.example.ts';
import { keepQuestion } from './kept-questions.ts';
import type { NoticeQuestion } from './notice-question.ts';

const UNTIL = START + 1000;
const REQUEST = { client: '10.0.0.1', method: 'GET', own: false as const };

function asking() {
  const instance = exampleService().instance();
  const usual = { instance, group: 'spot' as const, holders: new Map<string, number>(), now: START };
  return (changed: Partial<typeof usual> = {}, request: Partial<typeof REQUEST> = {}): NoticeQuestion =>
    keepQuestion({ ...usual, ...changed }, { ...REQUEST, ...request }, () => ({
      question: { hidden: false, events: [] },
      until: UNTIL,
    }));
}

test('the same client asks the same question until it ends', () => {
  const ask = asking();
  const first = ask();
  expect(ask({ now: UNTIL - 1 })).toBe(first);
  expect(ask({ now: UNTIL })).not.toBe(first);
});

test('a clock that went back asks anew', () => {
  const ask = asking();
  const first = ask();
  expect(ask({ now: START - 1 })).not.toBe(first);
});

test.each([
  ['places', { holders: new Map() }, {}],
  ['group', { group: 'maintenance' as const }, {}],
  ['client', {}, { client: '10.0.0.2' }],
  ['instance', { instance: exampleService().instance() }, {}],
])('another %s is another question', (_what, changed, request) => {
  const ask = asking();
  const first = ask();
  expect(ask(changed as Parameters<typeof ask>[0], request)).not.toBe(first);
});

test('what is no GET is not remembered', () => {
  const ask = asking();
  expect(ask({}, { method: 'HEAD' })).not.toBe(ask({}, { method: 'HEAD' }));
});
