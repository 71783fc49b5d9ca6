// Packages the built app as a folder. With ELECTRON_OVERRIDE_DIST_PATH it is made of that Electron, without a download.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runShown } from './command.ts';

/** The first Electron with the fuse; an older one can't be packaged with it. */
const FIRST_WITH_FILE_FUSE = 29;
const NO_PRIVILEGES_FOR_FILES = '--config.electronFuses.grantFileProtocolExtraPrivileges=false';

function electronOptions(folder: string): string[] {
  const version = readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  const fuse = Number.parseInt(version, 10) < FIRST_WITH_FILE_FUSE ? [] : [NO_PRIVILEGES_FOR_FILES];
  return [`--config.electronDist=${folder}`, `--config.electronVersion=${version}`, ...fuse];
}

const asked = process.env.ELECTRON_OVERRIDE_DIST_PATH;
const options = asked === undefined ? [NO_PRIVILEGES_FOR_FILES] : electronOptions(asked);
const ok = await runShown('electron-builder', ['--dir', '--publish=never', ...options]);
process.exitCode = ok ? 0 : 1;
