// The report of a test run: totals over parts, what failed, what was skipped and why.

import { describe, expect, test } from 'vitest';
import { failedPart, requireTests, skippedPart, type Outcome } from './outcome.ts';
import { reportLines } from './report.ts';

const CHECKED: Outcome = { part: 'check', passed: 1, failed: [], skipped: [] };
const TESTED: Outcome = {
  part: 'unit',
  passed: 40,
  failed: ['app/answer/respond.test.ts > answers'],
  skipped: [{ name: 'server/listen.test.ts > binds IPv6', reason: 'no IPv6 here' }],
};

describe('the report', () => {
  test('ends with the totals over all parts', () => {
    expect(reportLines([CHECKED, TESTED]).at(-1)).toBe('41 passed, 1 failed, 1 skipped');
  });

  test('names what failed', () => {
    expect(reportLines([CHECKED, TESTED])).toContain('  app/answer/respond.test.ts > answers');
  });

  test('says why each test was skipped', () => {
    expect(reportLines([TESTED])).toContain('  server/listen.test.ts > binds IPv6: no IPv6 here');
  });

  test('counts a part that could not run as one skipped', () => {
    expect(reportLines([CHECKED, skippedPart('electron', 'no display')]).slice(-3)).toEqual([
      '  electron (all of it): no display',
      '',
      '1 passed, 0 failed, 1 skipped',
    ]);
  });

  test('counts a part that broke as one failed', () => {
    expect(reportLines([CHECKED, failedPart('e2e', 'the build failed')]).at(-1)).toBe('1 passed, 1 failed, 0 skipped');
  });
});

describe('a part without tests', () => {
  test('is a failure', () => {
    const empty: Outcome = { part: 'unit', passed: 0, failed: [], skipped: [] };
    expect(requireTests(empty).failed).toEqual(['unit: not one test was run']);
  });

  test('is a failure too when all its tests were skipped', () => {
    expect(requireTests({ ...TESTED, passed: 0, failed: [] }).failed).toEqual(['unit: not one test was run']);
  });

  test('is no failure when one test ran', () => {
    expect(requireTests(TESTED)).toBe(TESTED);
  });
});
