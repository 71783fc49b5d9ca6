// Where the package is, and what version. The sources and the built files lie equally deep in it.
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

export const PACKAGE_DIR = fileURLToPath(new URL('../..', import.meta.url));

/** The built panel; null where it is not built. */
export function panelDir(): string | null {
  const folder = path.join(PACKAGE_DIR, 'dist', 'panel');
  return existsSync(path.join(folder, 'index.html')) ? folder : null;
}

export function packageVersion(): string {
  const stored: unknown = JSON.parse(readFileSync(path.join(PACKAGE_DIR, 'package.json'), 'utf8'));
  const version = typeof stored === 'object' && stored !== null && 'version' in stored ? stored.version : null;
  return typeof version === 'string' ? version : 'unknown';
}
