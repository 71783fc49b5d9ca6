// The Electron that the tests run, and why there may be none.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

const INSTALLED = path.join(REPOSITORY, 'node_modules/electron');

/** Where it is, whether or not it is there: in the folder asked for, or where the `electron` package put its download. */
export function electronExecutable(): string {
  const { ELECTRON_OVERRIDE_DIST_PATH: asked } = process.env;
  return path.join(asked ?? path.join(INSTALLED, 'dist'), executableName());
}

function executableName(): string {
  const nameFile = path.join(INSTALLED, 'path.txt');
  return existsSync(nameFile) ? readFileSync(nameFile, 'utf8').trim() : 'electron';
}

/** Why no window can be opened here; undefined where one can. */
export function whyNoWindow(): string | undefined {
  if (!existsSync(electronExecutable())) {
    return 'no Electron: its download is not there, and ELECTRON_OVERRIDE_DIST_PATH names no folder with one';
  }
  const needsDisplay = process.platform === 'linux' && (process.env.DISPLAY ?? '') === '';
  return needsDisplay ? 'no display: run with xvfb-run, or set DISPLAY' : undefined;
}

/** Chromium refuses to sandbox as root; `app` is the folder or archive to start. */
export function electronArguments(app: string): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox', app] : [app];
}
