// `npm run test:electron`: the packaged app and the real window, on a display of its own where the machine has none.

import { runCaptured, runShown, versionOf } from './command.ts';
import { installPackages } from './debian.ts';
import { failedPart, skippedPart, type Outcome } from './outcome.ts';
import { build, runProject } from './playwright.ts';
import { runPart } from './report.ts';

const DOWNLOAD_QUIET_LIMIT_MS = 120_000;
const NO_ELECTRON =
  'no Electron: its download failed, and ELECTRON_OVERRIDE_DIST_PATH names no folder with one that starts';
const NO_DISPLAY = 'no display: install xvfb and xauth, or set DISPLAY';

/** Whether the `electron` package has an Electron that starts: in the folder asked for, or downloaded now if need be. */
async function electronStarts(): Promise<boolean> {
  const args = ['--print', "require('electron')"];
  const { ok, output } = await runCaptured(process.execPath, args, { quietLimitMs: DOWNLOAD_QUIET_LIMIT_MS });
  const executable = output.trim().split('\n').at(-1);
  return ok && executable !== undefined && (await versionOf(executable, { ELECTRON_RUN_AS_NODE: '1' })) !== undefined;
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || (process.env.DISPLAY ?? '') !== '';
}

/** What to put in front of a command that opens a window; undefined where no window can be opened. */
async function displayWrapper(): Promise<string[] | undefined> {
  if (hasDisplay()) return [];
  const available = (await runCaptured('xvfb-run', ['--help'])).ok || (await installPackages(['xvfb', 'xauth']));
  return available ? ['xvfb-run', '--auto-servernum'] : undefined;
}

async function electron(): Promise<Outcome> {
  if (!(await electronStarts())) return skippedPart('electron', NO_ELECTRON);
  const wrapper = await displayWrapper();
  if (wrapper === undefined) return skippedPart('electron', NO_DISPLAY);
  if (!(await build())) return failedPart('electron', 'the build failed');
  if (!(await runShown('tsx', ['e2e/run/package.ts']))) return failedPart('electron', 'packaging failed');
  return runProject({ part: 'electron', project: 'electron', wrapper });
}

await runPart('electron', electron);
