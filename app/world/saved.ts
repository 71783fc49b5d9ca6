// The saved form of a world, since version 2: an instance is its preset and what differs from it, so that a person can read it.
import { presetInstance } from '../metadata/presets/presets.ts';
import { SAVED_VERSION } from './saved-version.ts';
import type { Instance, World } from './world.ts';

type Fields = Record<string, unknown>;

/** Any field that is not there is as the preset has it for an instance made at that moment. */
type SavedInstance = Fields & Pick<Instance, 'name' | 'preset' | 'createdAt'>;

type SavedWorld = { version: number; instances: SavedInstance[] } & Pick<World, 'routing' | 'hops'>;

/** Objects that are compared field by field; any other value is kept or replaced whole. */
type Nesting = { readonly [field: string]: Nesting };
const NESTING: Nesting = { facts: {}, options: {}, audience: {}, aemm: { settings: {} } };

/** What is written of a world. Times are milliseconds since 1970, as in the world. */
export function savedWorld({ instances, routing, hops = {} }: World): SavedWorld {
  const said = Object.keys(hops).length === 0 ? {} : { hops };
  return { version: SAVED_VERSION, instances: instances.map(savedInstance), routing, ...said };
}

function savedInstance(instance: Instance): SavedInstance {
  const { name, preset, createdAt } = instance;
  return { name, preset, createdAt, ...differences(presetInstance(preset, createdAt), instance, NESTING) };
}

/** The saved instance with all that its file leaves out, as `usual` has it; nothing of it has been checked but preset and moment. */
export function filledIn(
  saved: Fields & Pick<Instance, 'preset' | 'createdAt'>,
  usual: UsualOf = presetInstance,
): Fields {
  return filled(usual(saved.preset, saved.createdAt), saved, NESTING);
}

/** A new instance of a preset made at a moment (milliseconds), as one version of the saved form knows it. */
export type UsualOf = (preset: Instance['preset'], createdAt: number) => Instance;

function differences(usual: object, given: object, nesting: Nesting): Fields {
  const before: Fields = { ...usual };
  const differing = Object.entries(given).filter(([field, value]) => !isSame(before[field], value));
  return Object.fromEntries(
    differing.map(([field, value]) => {
      const inner = nesting[field];
      const was = before[field];
      return [field, inner && isObject(was) && isObject(value) ? differences(was, value, inner) : value];
    }),
  );
}

function filled(usual: object, saved: object, nesting: Nesting): Fields {
  const before: Fields = { ...usual };
  const given: Fields = { ...saved };
  const whole: Fields = { ...before, ...given };
  for (const [field, inner] of Object.entries(nesting)) {
    const was = before[field];
    const is = given[field];
    if (isObject(was) && isObject(is)) whole[field] = filled(was, is, inner);
  }
  return whole;
}

/** As text, so that another order of tags, in which they are served, is a difference. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
