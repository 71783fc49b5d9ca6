// Runs Vitest in this process, and tells what each test came to.

import { relative } from 'node:path';
import { startVitest, type TestCase, type TestModule } from 'vitest/node';
import { REPOSITORY } from './command.ts';
import { requireTests, type Outcome, type PartName } from './outcome.ts';

function record(outcome: Outcome, file: string, test: TestCase): void {
  const name = `${file} > ${test.fullName}`;
  const result = test.result();
  if (result.state === 'passed') outcome.passed += 1;
  else if (result.state === 'skipped') outcome.skipped.push({ name, reason: result.note ?? 'no reason given' });
  else outcome.failed.push(name);
}

/** A file that did not load, or a hook that failed, is a failure without a test of its own. */
function brokenSuites(module: TestModule): string[] {
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
  const names = suites.map((suite) => suite.fullName);
  return module.errors().length > 0 ? ['the file itself', ...names] : names;
}

function addModule(outcome: Outcome, module: TestModule): void {
  const file = relative(REPOSITORY, module.moduleId);
  for (const test of module.children.allTests()) record(outcome, file, test);
  outcome.failed.push(...brokenSuites(module).map((name) => `${file} > ${name}`));
}

/** Runs the tests of vitest.config.ts, or those of `include` instead. */
export async function runVitest(part: PartName, include?: string[]): Promise<Outcome> {
  const chosen = include === undefined ? {} : { include };
  const vitest = await startVitest('test', [], { watch: false, passWithNoTests: true, ...chosen });
  const outcome: Outcome = { part, passed: 0, failed: [], skipped: [] };
  for (const module of vitest.state.getTestModules()) addModule(outcome, module);
  const errors = vitest.state.getUnhandledErrors().length;
  if (errors > 0) outcome.failed.push(`${part}: ${errors} errors outside of any test`);
  await vitest.close();
  return requireTests(outcome);
}
