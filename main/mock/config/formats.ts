// The text of a configuration file, read by the suffix of its name (aemm.md 3).
import { parse as parseToml } from 'smol-toml';
import { parseAllDocuments } from 'yaml';
import { done, failed, type Result } from '../../../app/result.ts';
import { readHcl } from './hcl.ts';
import { readDotenv, readIni, readProperties } from './lines.ts';
import { flatten, isTree, type FlatConfig } from './tree.ts';

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

const READERS: Readonly<Record<Suffix, (text: string) => unknown>> = {
  json: (text) => JSON.parse(text) as unknown,
  toml: (text) => parseToml(text),
  yaml: readYaml,
  yml: readYaml,
  properties: readProperties,
  props: readProperties,
  prop: readProperties,
  hcl: readHcl,
  tfvars: readHcl,
  dotenv: readDotenv,
  env: readDotenv,
  ini: readIni,
};

export function suffixOf(name: string): Suffix | undefined {
  const suffix = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  return SUFFIXES.find((one) => one === suffix);
}

/** Every leaf by its whole key; or one sentence that says what is wrong with the text. */
export function readConfigText(text: string, suffix: Suffix): Result<FlatConfig> {
  try {
    const tree = READERS[suffix](text.replace(/^\uFEFF/, ''));
    if (tree === null || tree === undefined) return done(new Map());
    if (!isTree(tree)) return failed('INVALID_INPUT', 'it holds no keys; an object of settings is needed');
    return done(flatten(tree));
  } catch (error) {
    return failed('INVALID_INPUT', firstLine(error instanceof Error ? error.message : 'it can not be read'));
  }
}

/** Numbers and words stay as they are written: `0123456789` is an account, and a MAC address no number. */
function readYaml(text: string): unknown {
  const [first] = parseAllDocuments(text, { schema: 'failsafe', customTags: ['null'], merge: true });
  if (first === undefined || !('toJS' in first)) return null;
  const [problem] = first.errors;
  if (problem) throw problem;
  return first.toJS() as unknown;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').trim().replace(/[:.]$/, '');
}
