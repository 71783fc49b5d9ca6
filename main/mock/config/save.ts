// The settings in effect, saved where AEMM saves them (aemm.md 6).
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import type { AemmSettings } from '../../../app/aemm/settings.ts';
import { isoSeconds } from '../../../app/time.ts';
import { reasonOf, type Shell } from '../shell.ts';
import type { Resolved } from '../../../server/aemm/resolve.ts';
import { isTree } from '../../../server/aemm/tree.ts';

const FOLDER = '.ec2-metadata-mock';
const FILE = '.aemm-config-used.json';
const FAILED = 'Warning: Failed to save the final configuration to local file';
const DAY_MS = 86_400_000;

/** Writes the file over and says so; what goes wrong is only warned of. */
export function saveConfig(resolved: Resolved, startedAt: number, shell: Shell): void {
  const folder = `${shell.home ?? '.'}/${FOLDER}`;
  const problem = makeFolder(folder);
  if (problem !== null) {
    shell.log(`${FAILED} - ${problem}`);
    return;
  }
  const file = `${folder}/${FILE}`;
  try {
    writeFileSync(file, savedText(resolved, startedAt));
    shell.print(`Successfully saved final configuration to local file  ${file}\n`);
  } catch (error) {
    shell.log(`${FAILED} ${file}: open ${file}: ${reasonOf(error)}`);
  }
}

function makeFolder(folder: string): string | null {
  try {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found === undefined) mkdirSync(folder, 0o755);
    else if (!found.isDirectory()) {
      return `The destination '${folder}' for saving the configuration already exists, but is not a directory`;
    }
    return null;
  } catch (error) {
    return `Failed to create directory for final configuration at ${folder}: mkdir ${folder}: ${reasonOf(error)}`;
  }
}

/** All settings as JSON: keys in small letters and sorted, nulls left out, the times of the scheduled event as they hold. */
export function savedText({ settings, run }: Resolved, startedAt: number): string {
  const { command: _, ...rest } = settings;
  const events = { ...settings.events, ...timesOf(settings.events, startedAt) };
  return JSON.stringify(sorted({ ...rest, ...run, events }), null, 2);
}

/** AEMM's own scheduled event is at the start, seven and nine days after it (aemm.md 2). */
function timesOf(events: AemmSettings['events'], startedAt: number): Partial<AemmSettings['events']> {
  return {
    'not-before': events['not-before'] || isoSeconds(startedAt),
    'not-after': events['not-after'] || isoSeconds(startedAt + 7 * DAY_MS),
    'not-before-deadline': events['not-before-deadline'] || isoSeconds(startedAt + 9 * DAY_MS),
  };
}

function sorted(value: unknown): unknown {
  if (!isTree(value)) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== null);
  const lowered = entries.map(([key, one]): [string, unknown] => [key.toLowerCase(), sorted(one)]);
  return Object.fromEntries(lowered.sort(([a], [b]) => (a < b ? -1 : 1)));
}
