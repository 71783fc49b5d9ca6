// Finds a Chromium for the tests, or gets one: Playwright's own, the machine's, or Debian's package.

import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { REPOSITORY, runCaptured, versionOf } from './command.ts';
import { installPackages } from './debian.ts';

export type Browser = { executable: string } | { missing: string };

type Source = () => string | undefined | Promise<string | undefined>;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const DOWNLOAD_QUIET_LIMIT_MS = 60_000;
const DAY_MS = 86_400_000;
const DOWNLOAD_FAILED = path.join(REPOSITORY, 'node_modules', '.cache', 'metadeck', 'browser-download-failed');

const WHAT_TO_INSTALL = 'no Chromium: install Debian\'s "chromium" (or Chrome), or set METADECK_CHROMIUM to one';

function ownBrowser(): string | undefined {
  const executable = chromium.executablePath();
  return existsSync(executable) ? executable : undefined;
}

function machineBrowser(): string | undefined {
  const candidates = [...NAMES.flatMap((name) => FOLDERS.map((folder) => `${folder}/${name}`)), ...APPLICATIONS];
  return candidates.find((candidate) => existsSync(candidate));
}

/** A Chromium that is already here: the one asked for, Playwright's, or the machine's. */
export function findBrowser(): string | undefined {
  return process.env.METADECK_CHROMIUM ?? ownBrowser() ?? machineBrowser();
}

/** A download that failed today is not tried again today where the machine has a browser anyway. */
function downloadFailedToday(): boolean {
  const failed = statSync(DOWNLOAD_FAILED, { throwIfNoEntry: false });
  return failed !== undefined && Date.now() - failed.mtimeMs < DAY_MS;
}

function rememberFailedDownload(): void {
  mkdirSync(path.dirname(DOWNLOAD_FAILED), { recursive: true });
  writeFileSync(DOWNLOAD_FAILED, '');
}

/** Playwright's own download. Ended after a minute without a sign of life, so that a closed network costs little. */
async function download(): Promise<string | undefined> {
  if (downloadFailedToday() && machineBrowser() !== undefined) return undefined;
  console.log("Trying Playwright's own download of Chromium.");
  const { ok } = await runCaptured('playwright', ['install', '--no-shell', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    quietLimitMs: DOWNLOAD_QUIET_LIMIT_MS,
  });
  if (ok) return ownBrowser();
  console.log('That did not work.');
  rememberFailedDownload();
  return undefined;
}

async function packaged(): Promise<string | undefined> {
  return (await installPackages(['chromium'])) ? machineBrowser() : undefined;
}

/** The first that is there and starts (a downloaded one may lack libraries), each step tried only when it is needed. */
async function firstThatStarts(sources: Source[], otherwise: string): Promise<Browser> {
  for (const source of sources) {
    const executable = await source();
    if (executable !== undefined && (await versionOf(executable)) !== undefined) return { executable };
  }
  return { missing: otherwise };
}

/** A Chromium that starts, got by whatever works here; or one line that says what to install. */
export function getBrowser(): Promise<Browser> {
  const asked = process.env.METADECK_CHROMIUM;
  if (asked !== undefined) return firstThatStarts([() => asked], `METADECK_CHROMIUM does not start: ${asked}`);
  return firstThatStarts([ownBrowser, download, machineBrowser, packaged], WHAT_TO_INSTALL);
}
