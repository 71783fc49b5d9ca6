// Packages the built app as a folder. With ELECTRON_OVERRIDE_DIST_PATH it is made of that Electron, without a download.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runShown } from './command.ts';

function electronOptions(folder: string): string[] {
  const version = readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  return [`--config.electronDist=${folder}`, `--config.electronVersion=${version}`];
}

const asked = process.env.ELECTRON_OVERRIDE_DIST_PATH;
const options = asked === undefined ? [] : electronOptions(asked);
const ok = await runShown('electron-builder', ['--dir', '--publish=never', ...options]);
process.exitCode = ok ? 0 : 1;
