// `npm test`: check, unit tests, end-to-end tests. A part that fails does not stop the next; the last line is the total.

import { runShown } from './command.ts';
import { forgetOutcomes, loadOutcome, type PartName } from './outcome.ts';
import { report } from './report.ts';

const PARTS: { part: PartName; script: string }[] = [
  { part: 'check', script: 'e2e/run/check.ts' },
  { part: 'unit', script: 'e2e/run/unit.ts' },
  { part: 'e2e', script: 'e2e/run/panel.ts' },
];

const parts = PARTS.map(({ part }) => part);
forgetOutcomes(parts);
for (const { part, script } of PARTS) {
  console.log(`\n== ${part} ==\n`);
  await runShown('tsx', [script]);
}
console.log('\n== all ==');
report(parts.map(loadOutcome));
