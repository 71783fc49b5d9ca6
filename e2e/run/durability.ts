// `npm run test:durability`: the built command is killed, runs out of disk, and meets other processes and other users.

import { runShown } from './command.ts';
import { failedPart, type Outcome } from './outcome.ts';
import { runPart } from './report.ts';
import { runVitest } from './vitest-run.ts';

async function durability(): Promise<Outcome> {
  if (!(await runShown('tsx', ['e2e/run/bundle.ts']))) return failedPart('durability', 'the build failed');
  return runVitest('durability', ['e2e/durability/*.test.ts']);
}

await runPart('durability', durability);
