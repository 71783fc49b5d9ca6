// The values of AEMM that do not change, with their content types.
import { maskedCredentials } from '../log/mask.ts';
import type { Abilities } from '../abilities.ts';
import type { Leaf } from '../answer/node.ts';
import type { Instance } from '../world/world.ts';
import { AEMM_DEFAULTS } from './defaults/defaults.ts';
import { asText, compactJson, indentedJson, isObject, type JsonValue } from './json.ts';
import { ACCELERATOR_PATH, valueRoutes, type ValueRoute } from './routes.ts';
import type { AemmSettings } from './settings.ts';

export const TEXT = 'text/plain';
const BYTES = 'application/octet-stream';

/** One leaf for each key that has a path and a value; of two keys on one path, the later one. */
export function valueLeaves(abilities: Abilities, settings: AemmSettings, { changedAt }: Instance): Leaf[] {
  return valueRoutes(settings).map((route) => {
    const leaf: Leaf = {
      path: route.path,
      ...contentOf(abilities, route),
      source: 'fact',
      fact: route.key,
      events: [],
      lastModified: changedAt,
    };
    const shown = typeof leaf.body === 'string' ? masked(route, leaf.body) : undefined;
    return shown === undefined ? leaf : { ...leaf, shown };
  });
}

/** Secrets are masked by what they are, wherever a configuration puts them. */
function masked({ key }: ValueRoute, body: string): string | undefined {
  return maskedCredentials(key, body);
}

type Content = { body: string | Uint8Array; contentType: string };

function contentOf(abilities: Abilities, { group, key, path, value }: ValueRoute): Content {
  if (group === 'userdata') return { body: abilities.fromBase64(asText(value)), contentType: BYTES };
  if (typeof value !== 'object') return { body: asText(value), contentType: TEXT };
  const shaped = inShape(AEMM_DEFAULTS[group].values[key] ?? null, value);
  if (path === ACCELERATOR_PATH) return { body: compactJson(shaped), contentType: TEXT };
  return { body: indentedJson(shaped), contentType: 'application/json' };
}

/** An object with exactly the fields of the default, in their order and letters; what is not given is as by default. */
function inShape(usual: JsonValue, given: JsonValue): JsonValue {
  if (!isObject(usual) || !isObject(given)) return given;
  const byName = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const fields = Object.entries(usual).map(([name, value]): [string, JsonValue] => {
    const found = byName.get(name.toLowerCase());
    return [name, found === undefined ? value : inShape(value, found)];
  });
  return Object.fromEntries(fields);
}
