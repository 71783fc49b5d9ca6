// `tsx e2e/run/summary.ts check unit …`: one report and one total over parts that several commands have run.

import { loadOutcome, PART_NAMES, type PartName } from './outcome.ts';
import { report } from './report.ts';

function isPartName(name: string): name is PartName {
  return PART_NAMES.some((known) => known === name);
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !isPartName(name));
if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. The parts are: ${PART_NAMES.join(', ')}.`);
report(named.filter(isPartName).map(loadOutcome));
