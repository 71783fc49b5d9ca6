// Builds the product and runs one Playwright project against it.

import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { JSONReport } from '@playwright/test/reporter';
import { runShown, type Environment } from './command.ts';
import { failedPart, RESULTS, type Outcome, type PartName } from './outcome.ts';
import { outcomeOfPlaywright } from './playwright-outcome.ts';

/** Always built anew: it takes seconds, and a test of yesterday's build would prove nothing. */
export function build(): Promise<boolean> {
  return runShown('npm', ['run', '--silent', 'build']);
}

export type ProjectRun = { part: PartName; project: string; wrapper?: string[]; env?: Environment };

/** Runs a project, with `wrapper` in front of the command, and reads its report. */
export async function runProject({ part, project, wrapper = [], env = {} }: ProjectRun): Promise<Outcome> {
  const reportFile = path.join(RESULTS, `playwright-${project}.json`);
  rmSync(reportFile, { force: true });
  const line = [
    ...wrapper,
    'playwright',
    'test',
    `--project=${project}`,
    '--reporter=list,json',
    ...process.argv.slice(2),
  ];
  const [command = '', ...args] = line;
  await runShown(command, args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile });
  return readOutcome(part, reportFile);
}

function readOutcome(part: PartName, reportFile: string): Outcome {
  try {
    return outcomeOfPlaywright(part, JSON.parse(readFileSync(reportFile, 'utf8')) as JSONReport);
  } catch {
    return failedPart(part, 'Playwright ended without a report');
  }
}
