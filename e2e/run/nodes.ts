// `npm run test:nodes`: how answers are written, on each Node that Metadeck runs on, since part of it is Node's own affair.
// Versions after `--` choose some of them.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY, runCaptured, versionOf } from './command.ts';
import { requireTests, RESULTS, type Outcome } from './outcome.ts';
import { runPart } from './report.ts';
import { outcomeOfVitest, type VitestReport } from './vitest-outcome.ts';

/** Major versions; the newest of each is got, so that a change in any of them is seen. */
const VERSIONS = ['20', '22', '24', '26'];
const TESTS = ['try-whole', 'write-answer', 'carry-out', 'wall', 'by-hand'].map(
  (name) => `server/imds/${name}.test.ts`,
);

const KEPT = path.join(REPOSITORY, 'node_modules', '.cache', 'metadeck', 'nodes');
const VITEST = path.join(REPOSITORY, 'node_modules', 'vitest', 'vitest.mjs');
const INSTALL_QUIET_LIMIT_MS = 120_000;
const TEST_QUIET_LIMIT_MS = 300_000;

type Binary = { executable: string; version: string } | { missing: string };

/** The one that runs this, where it is of that version; else npm's package `node`, which brings a binary. */
async function binaryOf(major: string): Promise<Binary> {
  if (process.versions.node.startsWith(`${major}.`)) return { executable: process.execPath, version: process.version };
  const folder = path.join(KEPT, major);
  mkdirSync(folder, { recursive: true });
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts=false', '--loglevel=error'];
  const { output } = await runCaptured('npm', [...args, '--prefix', folder, `node@${major}`], {
    quietLimitMs: INSTALL_QUIET_LIMIT_MS,
  });
  const executable = path.join(
    folder,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  const version = await versionOf(executable);
  if (version?.startsWith(`v${major}.`) === true) return { executable, version };
  return { missing: `npm's node@${major} could not be had: ${npmErrors(output)}` };
}

/** Its code and what it says of it; the rest is advice. */
function npmErrors(output: string): string {
  const errors = output.split('\n').filter((line) => line.startsWith('npm error'));
  const words = errors.slice(0, 2).map((line) => line.replace('npm error', '').trim());
  return words.length > 0 ? words.join(', ') : lastLine(output);
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}

/** Vitest starts its own processes with the Node that runs it. */
async function tested(major: string, { executable, version }: Exclude<Binary, { missing: string }>): Promise<Outcome> {
  const report = path.join(RESULTS, `vitest-node-${major}.json`);
  rmSync(report, { force: true });
  const args = [VITEST, 'run', ...TESTS, '--reporter=json', `--outputFile=${report}`];
  const { output } = await runCaptured(executable, args, { quietLimitMs: TEST_QUIET_LIMIT_MS });
  const where = `Node ${version}`;
  if (!existsSync(report)) {
    return { part: 'nodes', passed: 0, failed: [`${where}: no report; ${lastLine(output)}`], skipped: [] };
  }
  return outcomeOfVitest('nodes', where, JSON.parse(readFileSync(report, 'utf8')) as VitestReport);
}

async function outcomeOn(major: string): Promise<Outcome> {
  const binary = await binaryOf(major);
  if ('missing' in binary) {
    return { part: 'nodes', passed: 0, failed: [], skipped: [{ name: `Node ${major}`, reason: binary.missing }] };
  }
  const outcome = await tested(major, binary);
  console.log(`Node ${binary.version.padEnd(9)} ${outcome.passed} passed, ${outcome.failed.length} failed`);
  return outcome;
}

async function nodes(): Promise<Outcome> {
  const asked = process.argv.slice(2);
  const outcomes: Outcome[] = [];
  for (const major of asked.length > 0 ? asked : VERSIONS) outcomes.push(await outcomeOn(major));
  return requireTests({
    part: 'nodes',
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.flatMap(({ failed }) => failed),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
  });
}

await runPart('nodes', nodes);
