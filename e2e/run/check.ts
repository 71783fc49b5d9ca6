// `npm run check`: format, lint, the types of every folder, unused code. Runs all of them and shows all that is wrong.

import { runCaptured } from './command.ts';
import { failedPart, type Outcome } from './outcome.ts';
import { runPart } from './report.ts';

/** Each has a tsconfig of its own; '.' stands for the configs at the top. */
const TYPED_FOLDERS = [
  'app',
  'app/tsconfig.tests.json',
  'server',
  'main/cli',
  'main/mock',
  'main/electron',
  'renderer',
  'e2e',
  'lint',
  '.',
];

type Step = { name: string; command: string; args: string[] };

const STEPS: Step[] = [
  { name: 'format', command: 'oxfmt', args: ['--check'] },
  { name: 'lint', command: 'oxlint', args: [] },
  ...TYPED_FOLDERS.map((folder) => ({ name: `types of ${folder}`, command: 'tsc', args: ['--project', folder] })),
  { name: 'unused code', command: 'knip', args: [] },
];

/** Runs a step; resolves to whether all is well. */
async function passes({ name, command, args }: Step): Promise<boolean> {
  const { ok, output } = await runCaptured(command, args);
  console.log(ok ? `ok      ${name}` : `FAILED  ${name}\n\n${output.trim()}\n`);
  return ok;
}

async function check(): Promise<Outcome> {
  const broken: string[] = [];
  for (const step of STEPS) {
    if (!(await passes(step))) broken.push(step.name);
  }
  if (broken.length > 0) return failedPart('check', broken.join(', '));
  return { part: 'check', passed: 1, failed: [], skipped: [] };
}

await runPart('check', check);
