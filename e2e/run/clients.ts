// `npm run test:clients`: real SDKs in five languages ask a `metadeck serve`. Names after `--` choose some of them;
// `--write-table` brings docs/clients.md up to date.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CLIENTS, type Client } from '../clients/catalog.ts';
import { MODES } from '../clients/conversation.ts';
import { outOfDate, type Tried, withTried } from '../clients/table.ts';
import { prepare, type Trial, tryOut } from '../clients/trial.ts';
import { REPOSITORY } from './command.ts';
import { failedPart, requireTests, type Outcome } from './outcome.ts';
import { build } from './playwright.ts';
import { runPart } from './report.ts';

const WRITE_TABLE = '--write-table';
const DOCUMENT = path.join(REPOSITORY, 'docs', 'clients.md');

const asked = process.argv.slice(2).filter((word) => word !== WRITE_TABLE);

function chosenClients(): Client[] {
  return asked.length === 0 ? CLIENTS : CLIENTS.filter(({ name }) => asked.includes(name));
}

function writeTable(tried: Tried[]): void {
  const [modes, titles] = [MODES.map(({ title }) => title), CLIENTS.map(({ title }) => title)];
  writeFileSync(DOCUMENT, withTried(readFileSync(DOCUMENT, 'utf8'), tried, modes, titles));
}

/** A client that was not run here says nothing about its row. */
function checkTable(tried: Tried[]): Trial['outcome'] {
  const stale = outOfDate(readFileSync(DOCUMENT, 'utf8'), tried);
  if (stale.length === 0) return { passed: 1, failed: [], skipped: [] };
  const fix = `run npm run test:clients -- ${WRITE_TABLE}`;
  return { passed: 0, failed: [`docs/clients.md is out of date on ${stale.join(', ')}: ${fix}`], skipped: [] };
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(0)} s`;
}

/** Gets ready side by side; runs one after the other, so that no client waits for another's compiler. */
async function tryAll(chosen: Client[]): Promise<Trial[]> {
  const preparing = performance.now();
  const prepared = await Promise.all(chosen.map(prepare));
  console.log(`${chosen.length} clients got ready in ${seconds(preparing)}.`);
  const trials: Trial[] = [];
  for (const one of prepared) {
    const since = performance.now();
    const trial = await tryOut(one);
    const { passed, failed, skipped } = trial.outcome;
    const counts = `${passed} passed, ${failed.length} failed${skipped.length > 0 ? ', skipped' : ''}`;
    console.log(`${one.client.name.padEnd(12)} ${counts}, ${seconds(since)}`);
    trials.push(trial);
  }
  return trials;
}

async function clients(): Promise<Outcome> {
  const unknown = asked.filter((word) => !CLIENTS.some(({ name }) => name === word));
  if (unknown.length > 0) {
    return failedPart(
      'clients',
      `there is no ${unknown.join(', ')}; there are ${CLIENTS.map(({ name }) => name).join(', ')}`,
    );
  }
  if (!(await build())) return failedPart('clients', 'the build failed');
  const trials = await tryAll(chosenClients());
  const tried = trials.map((trial) => trial.tried).filter((one) => one !== undefined);
  if (process.argv.includes(WRITE_TABLE)) writeTable(tried);
  const outcomes = [...trials.map(({ outcome }) => outcome), ...(tried.length > 0 ? [checkTable(tried)] : [])];
  return requireTests({
    part: 'clients',
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.flatMap(({ failed }) => failed),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
  });
}

await runPart('clients', clients);
