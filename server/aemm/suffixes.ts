// Which configuration files there are, by the suffix of their names (aemm.md 3).
import { done, failed, type Result } from '../../app/result.ts';

/** In the order in which the default file is looked for. */
export const SUFFIXES = [
  'json',
  'toml',
  'yaml',
  'yml',
  'properties',
  'props',
  'prop',
  'hcl',
  'tfvars',
  'dotenv',
  'env',
  'ini',
] as const;
export type Suffix = (typeof SUFFIXES)[number];

export function suffixOf(name: string): Suffix | undefined {
  const suffix = kindOf(name).toLowerCase();
  return SUFFIXES.find((one) => one === suffix);
}

/** What stands behind the last dot of a file's name; empty without one. */
function kindOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1] ?? '';
}

/** How a file is read, by its name. */
export function formatOf(name: string): Result<Suffix> {
  const suffix = suffixOf(name);
  if (suffix !== undefined) return done(suffix);
  return failed('INVALID_INPUT', `Unsupported Config Type ${JSON.stringify(kindOf(name))}; use ${SUFFIXES.join(', ')}`);
}
