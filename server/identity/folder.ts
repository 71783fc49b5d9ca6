// Where the key of this installation is kept: in the user's data directory, or in the one that METADECK_DATA_DIR names.
import * as path from 'node:path';
import envPaths from 'env-paths';

export function identityFile(): string {
  const { METADECK_DATA_DIR: given } = process.env;
  return path.join(given ? path.resolve(given) : envPaths('metadeck', { suffix: '' }).data, 'identity.json');
}
