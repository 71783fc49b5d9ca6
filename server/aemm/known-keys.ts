// Every setting that AEMM knows: its key, its environment variable, its type and its default (aemm.md 2 and 3).
import { AEMM_DEFAULTS } from '../../app/aemm/defaults/defaults.ts';
import { isTree } from './tree.ts';

/** Beside the settings of the core: those that only say where the others come from and go to. */
export type RunSettings = { 'config-file': string; 'save-config-to-file': boolean; 'watch-config-file': boolean };

export const RUN_DEFAULTS: RunSettings = {
  'config-file': '$HOME/aemm-config.json',
  'save-config-to-file': false,
  'watch-config-file': false,
};

export type KnownKey = {
  /** In small letters, as configuration files are searched: `metadata.values.iam-info.code`. */
  key: string;
  /** As it is written in the settings: `['metadata', 'values', 'iam-info', 'Code']`. */
  path: readonly string[];
  variable: string;
  kind: 'string' | 'int' | 'bool' | 'list';
  default: unknown;
};

/** Fields of the identity document that hold lists; null stands for none. */
const LISTS: ReadonlySet<string> = new Set(['devpayProductCodes', 'marketplaceProductCodes', 'billingProducts']);

export const ENV_PREFIX = 'AEMM_';

/** `AEMM_SPOT_ACTION` for `spot.action`. */
function variableOf(key: string): string {
  return ENV_PREFIX + key.toUpperCase().replaceAll(/[-.]/g, '_');
}

const { command: _, ...SETTINGS } = AEMM_DEFAULTS;

/** By key, in the order of the defaults. */
export const KNOWN_KEYS: ReadonlyMap<string, KnownKey> = new Map(
  leavesOf({ ...SETTINGS, ...RUN_DEFAULTS }, []).map((known) => [known.key, known]),
);

/** By environment variable. */
export const KNOWN_VARIABLES: ReadonlyMap<string, KnownKey> = new Map(
  [...KNOWN_KEYS.values()].map((known) => [known.variable, known]),
);

function leavesOf(tree: Record<string, unknown>, above: readonly string[]): KnownKey[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const path = [...above, name];
    return isTree(value) ? leavesOf(value, path) : [leafOf(path, value)];
  });
}

function leafOf(path: readonly string[], value: unknown): KnownKey {
  const key = path.join('.').toLowerCase();
  return { key, path, variable: variableOf(key), kind: kindOf(path.at(-1) ?? '', value), default: value };
}

function kindOf(name: string, value: unknown): KnownKey['kind'] {
  if (LISTS.has(name)) return 'list';
  if (typeof value === 'number') return 'int';
  return typeof value === 'boolean' ? 'bool' : 'string';
}
