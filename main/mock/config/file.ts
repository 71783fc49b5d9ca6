// Which configuration file is used, and what is in it (aemm.md 3).
import { readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { done, failed, type Result } from '../../../app/result.ts';
import { reasonOf } from '../shell.ts';
import { formatOf, SUFFIXES } from '../../../server/aemm/suffixes.ts';
import type { FlatConfig } from '../../../server/aemm/tree.ts';

const DEFAULT_NAME = 'aemm-config';
/** Characters of a configuration. */
export const MAX_CONFIG = 4 * 1024 * 1024;

/** A file that somebody named has to be there; the default one need not be. */
export type ConfigFile = { file: string } | { missingIn: string };

/** `-c`, then AEMM_CONFIG_FILE, then `aemm-config` with any known suffix in the home directory. */
export function findConfigFile(
  named: string | undefined,
  variable: string | undefined,
  home: string | null,
): ConfigFile {
  const given = [named, variable].find((one) => one !== undefined && one !== '');
  if (given !== undefined) return { file: given };
  if (home === null) return { missingIn: '' };
  const files = SUFFIXES.map((suffix) => path.join(home, `${DEFAULT_NAME}.${suffix}`));
  const file = files.find(isFile);
  return file === undefined ? { missingIn: home } : { file };
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** AEMM's warning for a default file that is not there. */
export function notFound(folder: string): string {
  return `Warning:  Config File "${DEFAULT_NAME}" Not Found in "[${folder}]"`;
}

/** Every key of the file; or why it can't be used. */
export async function readConfigFile(file: string): Promise<Result<FlatConfig>> {
  const format = formatOf(file);
  if (!format.ok) return format;
  // Most runs have no file, and the parsers are large.
  const { readConfig } = await import('../../../server/aemm/formats.ts');
  const text = readText(file);
  return text.ok ? readConfig(text.data, format.data) : text;
}

/** The text of a configuration file; or why it can't be read. */
function readText(file: string): Result<string> {
  try {
    const text = readFileSync(file, 'utf8');
    return text.length <= MAX_CONFIG ? done(text) : failed('TOO_LARGE', `${file} is over 4 MiB`);
  } catch (error) {
    return failed('NOT_FOUND', `open ${file}: ${reasonOf(error)}`);
  }
}
