// The command metadeck: 0 done, 1 it could not be done, 2 bad usage.
import { processTerminal } from './output.ts';
import { runProgram } from './program.ts';

/** No top-level await: it is bundled as CommonJS (rolldown.config.ts). */
async function main(): Promise<void> {
  process.exitCode = await runProgram(process.argv.slice(2), processTerminal());
}

void main();
