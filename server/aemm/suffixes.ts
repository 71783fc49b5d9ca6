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
  const suffix = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  return SUFFIXES.find((one) => one === suffix);
}

/** How a file is read, by its name. */
export function formatOf(name: string): Result<Suffix> {
  const suffix = suffixOf(name);
  if (suffix !== undefined) return done(suffix);
  const kind = /\.([^./\\]+)$/.exec(name)?.[1] ?? '';
  return failed('INVALID_INPUT', `Unsupported Config Type ${JSON.stringify(kind)}; use ${SUFFIXES.join(', ')}`);
}
