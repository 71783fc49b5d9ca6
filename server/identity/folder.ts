// Where the key of this installation is kept.
import * as path from 'node:path';
import { dataFolder } from '../storage/data-folder.ts';

export function identityFile(): string {
  return path.join(dataFolder(), 'identity.json');
}
