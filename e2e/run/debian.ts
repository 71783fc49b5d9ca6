// Installs Debian packages where that is allowed without asking: as root, on a machine that has apt-get.

import { isRoot, runCaptured, versionOf } from './command.ts';

const QUIET_LIMIT_MS = 180_000;
const APT_OPTIONS = ['-q', '-y', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20'];

async function apt(...args: string[]): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const { ok } = await runCaptured('apt-get', [...APT_OPTIONS, ...args], { env, quietLimitMs: QUIET_LIMIT_MS });
  return ok;
}

/** Installs the packages; false where that is not possible. */
export async function installPackages(packages: string[]): Promise<boolean> {
  if (!isRoot() || (await versionOf('apt-get')) === undefined) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get.`);
  await apt('update');
  return apt('install', '--no-install-recommends', ...packages);
}
