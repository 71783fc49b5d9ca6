// Says what the parts of a test run came to: what failed, what was skipped and why, and the total as the last line.

import { forgetOutcomes, saveOutcome, type Outcome, type PartName } from './outcome.ts';

type Counts = { passed: number; failed: number; skipped: number };

function countsOf(outcomes: Outcome[]): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of outcomes) {
    counts.passed += passed;
    counts.failed += failed.length;
    counts.skipped += skipped.length;
  }
  return counts;
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** The lines of the report. The last is exactly `N passed, N failed, N skipped`. */
export function reportLines(outcomes: Outcome[]): string[] {
  const { passed, failed, skipped } = countsOf(outcomes);
  return [
    ...section(
      'Failed:',
      outcomes.flatMap((outcome) => outcome.failed),
    ),
    ...section(
      'Skipped:',
      outcomes.flatMap((outcome) => outcome.skipped.map(({ name, reason }) => `${name}: ${reason}`)),
    ),
    '',
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
  ];
}

/** Prints the report and leaves with an exit code that says whether all went well. */
export function report(outcomes: Outcome[]): void {
  console.log(reportLines(outcomes).join('\n'));
  process.exitCode = countsOf(outcomes).failed === 0 ? 0 : 1;
}

/** Runs one part from beginning to end: its outcome is saved for a later total, and reported. */
export async function runPart(part: PartName, work: () => Promise<Outcome>): Promise<void> {
  forgetOutcomes([part]);
  const outcome = await work();
  saveOutcome(outcome);
  report([outcome]);
}
