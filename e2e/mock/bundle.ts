// The command as it is shipped, bundled into a folder of the tests' own.

import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'rolldown';
import { loadConfig } from 'rolldown/config';
import { REPOSITORY } from '../run/command.ts';

const NAME = 'ec2-metadata-mock';

/** Bundles it as `npm run build` does, puts it at `build/ec2-metadata-mock` in that folder, and answers where it is. */
export async function bundleMock(folder: string): Promise<string> {
  const built = path.join(folder, 'bundle', `${NAME}.cjs`);
  const loaded = await loadConfig(path.join(REPOSITORY, 'rolldown.config.ts'));
  if (typeof loaded === 'function') throw new Error('rolldown.config.ts is a function; a list of bundles is expected.');
  const found = [loaded].flat().find(({ input }) => typeof input === 'object' && NAME in input);
  if (found === undefined) throw new Error(`rolldown.config.ts has no ${NAME}.`);
  await build({ ...found, cwd: REPOSITORY, output: { ...[found.output ?? {}].flat()[0], dir: path.dirname(built) } });
  const target = path.join(folder, 'build', NAME);
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(built, target);
  chmodSync(target, 0o755);
  return target;
}
