// What one part of the test run came to, kept in a file so that several commands can add up to one total.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './command.ts';

export const PART_NAMES = ['check', 'unit', 'e2e', 'nodes', 'durability', 'electron', 'clients'] as const;
export type PartName = (typeof PART_NAMES)[number];

type Skipped = { name: string; reason: string };

export type Outcome = { part: PartName; passed: number; failed: string[]; skipped: Skipped[] };

export const RESULTS = path.join(REPOSITORY, 'test-results');
const OUTCOMES = path.join(RESULTS, 'outcomes');

function fileOf(part: PartName): string {
  return path.join(OUTCOMES, `${part}.json`);
}

export function failedPart(part: PartName, why: string): Outcome {
  return { part, passed: 0, failed: [`${part}: ${why}`], skipped: [] };
}

/** A part that could not be run at all counts as one skipped item. */
export function skippedPart(part: PartName, reason: string): Outcome {
  return { part, passed: 0, failed: [], skipped: [{ name: `${part} (all of it)`, reason }] };
}

/** A run without a single test that ran proves nothing, so it is a failure. */
export function requireTests(outcome: Outcome): Outcome {
  if (outcome.passed + outcome.failed.length > 0) return outcome;
  return { ...outcome, failed: [`${outcome.part}: not one test was run`] };
}

export function saveOutcome(outcome: Outcome): void {
  mkdirSync(OUTCOMES, { recursive: true });
  writeFileSync(fileOf(outcome.part), JSON.stringify(outcome, undefined, 2));
}

/** The outcome that a part saved; one that saved none did not come to its end, which is a failure. */
export function loadOutcome(part: PartName): Outcome {
  try {
    return JSON.parse(readFileSync(fileOf(part), 'utf8')) as Outcome;
  } catch {
    return failedPart(part, 'ended without a result');
  }
}

/** Forgets the outcomes of these parts, so that an old one is never taken for a new one. */
export function forgetOutcomes(parts: PartName[]): void {
  for (const part of parts) rmSync(fileOf(part), { force: true });
}
