// One value for each setting: flag, then environment variable, then file, then default (aemm.md 3).
import { AEMM_DEFAULTS } from '../../app/aemm/defaults/defaults.ts';
import type { AemmCommand, AemmSettings } from '../../app/aemm/settings.ts';
import { nearest } from '../../app/nearest.ts';
import { done, failed, invalid, type Result } from '../../app/result.ts';
import {
  ENV_PREFIX,
  KNOWN_KEYS,
  KNOWN_VARIABLES,
  RUN_DEFAULTS,
  type KnownKey,
  type RunSettings,
} from './known-keys.ts';
import { treeOf, type FlatConfig, type Leaf } from './tree.ts';
import { typed } from './weak-types.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Sources = {
  command: AemmCommand;
  /** By configuration key, as flags gave them. */
  flags: ReadonlyMap<string, string>;
  env: Environment;
  /** Null where there is no file. */
  file: FlatConfig | null;
};

export type Resolved = { settings: AemmSettings; run: RunSettings };

/** The settings of a run; or one sentence that says which value can't be taken. */
export function resolveSettings(sources: Sources): Result<Resolved> {
  const leaves: [readonly string[], unknown][] = [];
  for (const known of KNOWN_KEYS.values()) {
    const given = givenFor(known, sources);
    const read = given === undefined ? { ok: true as const, value: known.default } : typed(known, given);
    if (!read.ok) return invalid(known.key, read.problem);
    leaves.push([known.path, read.value]);
  }
  return split(treeOf(leaves), sources.command);
}

/** Null in a file is as if it were not there. */
function givenFor({ key, variable }: KnownKey, { flags, env, file }: Sources): Leaf | undefined {
  return flags.get(key) ?? env[variable] ?? file?.get(key) ?? undefined;
}

function split(tree: Record<string, unknown>, command: AemmCommand): Result<Resolved> {
  const run = { ...RUN_DEFAULTS };
  const settings: Record<string, unknown> = { ...AEMM_DEFAULTS, command };
  for (const [name, value] of Object.entries(tree)) {
    if (name in run) Object.assign(run, { [name]: value });
    else settings[name] = value;
  }
  return isWhole(settings) ? done({ settings, run }) : failed('INVALID_INPUT', 'a setting is not there');
}

/** True where each known setting has a value; each was found to be of its kind and within its bounds when it was read. */
function isWhole(settings: Record<string, unknown>): settings is AemmSettings {
  return Object.keys(AEMM_DEFAULTS).every((name) => settings[name] !== undefined);
}

/** A sentence for each variable that begins as AEMM's do and is none. */
export function unknownVariables(env: Environment): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith(ENV_PREFIX) && env[name] !== undefined && !KNOWN_VARIABLES.has(name))
    .sort()
    .map((name) => unknown(`environment variable ${name}`, nearest(name, [...KNOWN_VARIABLES.keys()])));
}

/** A file of something else may have any number of them, and a nearest name takes time. */
const MAX_UNKNOWN = 50;

/** A sentence for each key of a file that is none of AEMM's. */
export function unknownKeys(file: FlatConfig, name: string): string[] {
  const keys = [...file.keys()].filter((key) => !KNOWN_KEYS.has(key));
  const said = keys.slice(0, MAX_UNKNOWN).map((key) => {
    if (isAbove(key)) return `${key} in ${name} holds further keys, so its value is ignored`;
    return unknown(`key ${shown(key)} in ${name}`, nearest(key, [...KNOWN_KEYS.keys()]));
  });
  const rest = keys.length - said.length;
  return rest === 0 ? said : [...said, `${rest} further unknown keys in ${name} are ignored`];
}

function isAbove(key: string): boolean {
  return [...KNOWN_KEYS.keys()].some((known) => known.charAt(key.length) === '.' && known.startsWith(key));
}

/** What is no configuration may have its whole text for a key. */
const SHOWN_CHARACTERS = 60;

function shown(key: string): string {
  return JSON.stringify(key.length > SHOWN_CHARACTERS ? `${key.slice(0, SHOWN_CHARACTERS)}…` : key);
}

function unknown(what: string, near: string | null): string {
  return near === null ? `Unknown ${what} is ignored` : `Unknown ${what} is ignored; did you mean ${near}?`;
}

/** Dotenv files have no keys with dashes, so the names of variables stand for them too, with the prefix or without. */
export function withVariableNames(file: FlatConfig): FlatConfig {
  return new Map([...file].map(([key, leaf]) => [keyOfVariable(key) ?? key, leaf]));
}

function keyOfVariable(key: string): string | undefined {
  if (KNOWN_KEYS.has(key)) return undefined;
  const name = key.toUpperCase().replaceAll(/[-.]/g, '_');
  return (KNOWN_VARIABLES.get(name) ?? KNOWN_VARIABLES.get(ENV_PREFIX + name))?.key;
}
