// The second half of `npm run build`: the bundles of the command lines and the window. Says nothing but what is wrong.

import path from 'node:path';
import { rolldown, type RolldownOptions } from 'rolldown';
import { loadConfig } from 'rolldown/config';
import { REPOSITORY } from './command.ts';

async function write({ output = {}, ...input }: RolldownOptions): Promise<void> {
  const bundle = await rolldown(input);
  for (const one of [output].flat()) await bundle.write(one);
  await bundle.close();
}

const bundles = await loadConfig(path.join(REPOSITORY, 'rolldown.config.ts'));
if (typeof bundles === 'function') throw new TypeError('rolldown.config.ts is to give a list.');
for (const options of [bundles].flat()) await write(options);
