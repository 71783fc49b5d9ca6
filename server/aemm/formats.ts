// The text of a configuration file, read by the suffix of its name (aemm.md 3).
import { parse as parseToml, TomlError } from 'smol-toml';
import { parseAllDocuments } from 'yaml';
import { jsonProblem } from '../../app/json-problem.ts';
import { done, failed, type Result } from '../../app/result.ts';
import { readHcl } from './hcl.ts';
import { readDotenv, readIni, readProperties } from './lines.ts';
import { withVariableNames } from './resolve.ts';
import type { Suffix } from './suffixes.ts';
import { flatten, isTree, type FlatConfig } from './tree.ts';

const READERS: Readonly<Record<Suffix, (text: string) => unknown>> = {
  json: readJson,
  toml: readToml,
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

/** Every key of a configuration; or why it can't be used. */
export function readConfig(text: string, suffix: Suffix): Result<FlatConfig> {
  const read = readConfigText(text, suffix);
  if (!read.ok) return failed('INVALID_INPUT', `While parsing config: ${read.error.message}`);
  return suffix === 'env' || suffix === 'dotenv' ? done(withVariableNames(read.data)) : read;
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

/** The engine's own words name no line, and may quote a secret. */
function readJson(text: string): unknown {
  const problem = jsonProblem(text);
  if (problem !== null) throw new Error(problem);
  return JSON.parse(text) as unknown;
}

function readToml(text: string): unknown {
  try {
    return parseToml(text);
  } catch (error) {
    throw error instanceof TomlError ? new Error(`${firstLine(error.message)} at line ${error.line}`) : error;
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
