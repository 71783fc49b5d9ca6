// The trial of one client from its toolchain to its last answer, and of several one after the other.

import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import envPaths from 'env-paths';
import { REPOSITORY, runCaptured } from '../run/command.ts';
import type { Outcome } from '../run/outcome.ts';
import type { Check } from './answers.ts';
import type { Client, Pin, Place } from './catalog.ts';
import { converse, type Mode, MODES } from './conversation.ts';
import type { Tried } from './table.ts';
import { findToolchain } from './toolchain.ts';

const QUIET_LIMIT_MS = 900_000;

/** What it came to: the row for the table only where every mode was run to its end. */
export type Trial = { outcome: Pick<Outcome, 'passed' | 'failed' | 'skipped'>; tried?: Tried };

type Ready = { client: Client; place: Place; toolchain: string };
type Preparation = Ready | { client: Client; missing: string } | { client: Client; broken: string };

/** Built in the user's own cache folder, so that the next run, in whichever checkout, is quick. */
function placeOf({ name }: Client): Place {
  const cache = path.join(envPaths('metadeck-clients', { suffix: '' }).cache, name);
  mkdirSync(cache, { recursive: true });
  return { source: path.join(REPOSITORY, 'e2e', 'clients', name), cache };
}

/** The version that a package is pinned to. */
function pinnedVersion({ source }: Place, { name, file, version }: Pin): string {
  const found = version.exec(readFileSync(path.join(source, file), 'utf8'))?.[1];
  if (found === undefined) throw new Error(`${file} does not pin ${name}.`);
  return `${name} ${found}`;
}

/** Gets a client ready: its toolchain found, its packages fetched, its program built. */
export async function prepare(client: Client): Promise<Preparation> {
  const found = await findToolchain(client.tools);
  if ('missing' in found) return { client, missing: found.missing };
  const place = placeOf(client);
  for (const { command, args } of client.prepare(place)) {
    const { ok, output } = await runCaptured(command, args, { quietLimitMs: QUIET_LIMIT_MS });
    if (!ok) return { client, broken: `${command} failed\n${output.trim().slice(-2000)}` };
  }
  return { client, place, toolchain: found.versions[0] ?? '' };
}

function resultOf(checks: Check[]): string {
  const passed = checks.filter(({ problem }) => problem === undefined).length;
  return passed === checks.length ? `all ${passed} checks` : `${passed} of ${checks.length} checks`;
}

function told(client: Client, mode: Mode, { name, problem }: Check): string {
  return `${client.name} (${mode.title}) > ${name}${problem === undefined ? '' : `: ${problem}`}`;
}

async function runModes({ client, place, toolchain }: Ready): Promise<Trial> {
  const outcome: Trial['outcome'] = { passed: 0, failed: [], skipped: [] };
  const results: string[] = [];
  for (const mode of MODES) {
    const checks = await converse(client.start(place), mode, client.onlyCredentials ?? false);
    outcome.passed += checks.filter(({ problem }) => problem === undefined).length;
    outcome.failed.push(...checks.filter(({ problem }) => problem !== undefined).map((one) => told(client, mode, one)));
    results.push(resultOf(checks));
  }
  const versions = client.pins.map((pin) => pinnedVersion(place, pin)).join(', ');
  return { outcome, tried: { title: client.title, versions, toolchain, results } };
}

/** Runs a client that was prepared in each mode; one that could not be is skipped or failed, with the reason. */
export async function tryOut(prepared: Preparation): Promise<Trial> {
  const { name } = prepared.client;
  if ('missing' in prepared)
    return { outcome: { passed: 0, failed: [], skipped: [{ name, reason: prepared.missing }] } };
  if ('broken' in prepared) return { outcome: { passed: 0, failed: [`${name}: ${prepared.broken}`], skipped: [] } };
  return runModes(prepared);
}
