// Where Metadeck keeps what outlives a run: the user's data directory, or the one that METADECK_DATA_DIR names.
import * as path from 'node:path';
import envPaths from 'env-paths';

export function dataFolder(): string {
  const { METADECK_DATA_DIR: given } = process.env;
  return given ? path.resolve(given) : envPaths('metadeck', { suffix: '' }).data;
}
