// The command ec2-metadata-mock, in the place of AEMM's: 0 done, 1 a file is to blame, 2 words or values are.
import { runMock } from '../mock/run.ts';
import { processShell, untilStopped } from '../mock/shell.ts';

/** Time for what is still on its way to standard output, where something else holds the process. */
const LAST_WORDS_MS = 250;

/** No top-level await: the bundle has to be valid as CommonJS too (rolldown.config.ts). */
async function main(): Promise<void> {
  process.exitCode = await runMock(process.argv.slice(2), processShell(), untilStopped);
  setTimeout(() => process.exit(), LAST_WORDS_MS).unref();
}

void main();
