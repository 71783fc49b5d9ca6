// Lines that are kept are those that would be made.
import { expect, test } from 'vitest';
import { AEMM_DEFAULTS } from '../../app/aemm/defaults/defaults.ts';
import { exampleRow } from '../../app/contract/log-row.example.ts';
import { createLinesOf } from './kept-lines.ts';

const WHY = { rule: 'fact' as const };
const ASKED = { client: '10.0.0.7', target: '/latest/meta-data/mac', status: 200, why: WHY };
const MOCKED = { settings: AEMM_DEFAULTS, startedAt: 0 };

function lines(linesOf: ReturnType<typeof createLinesOf>, changed: Partial<typeof ASKED> = {}, mocked = MOCKED) {
  const { client, target, status } = { ...ASKED, ...changed };
  let made = 0;
  const row = () => {
    made += 1;
    return exampleRow(1, { client, target, status });
  };
  return { lines: linesOf({ ...ASKED, ...changed }, row, mocked), made };
}

test('an answer that says the same again has the lines of the last one', () => {
  const linesOf = createLinesOf();
  const first = lines(linesOf);
  expect(first.lines).toHaveLength(3);
  expect(lines(linesOf)).toEqual({ lines: first.lines, made: 0 });
});

test.each<[string, Partial<typeof ASKED>]>([
  ['client', { client: '10.0.0.8' }],
  ['target', { target: '/latest/meta-data/local-ipv4' }],
  ['reason', { why: { ...WHY } }],
  ['status', { status: 404 }],
])('another %s has lines of its own', (_what, changed) => {
  const linesOf = createLinesOf();
  lines(linesOf);
  expect(lines(linesOf, changed).made).toBe(1);
});

test('other settings have lines of their own', () => {
  const linesOf = createLinesOf();
  lines(linesOf);
  expect(lines(linesOf, {}, { ...MOCKED, settings: { ...AEMM_DEFAULTS } }).made).toBe(1);
});

test('a refusal is worked out each time', () => {
  const linesOf = createLinesOf();
  lines(linesOf, { status: 404 });
  expect(lines(linesOf, { status: 404 }).made).toBe(1);
});
