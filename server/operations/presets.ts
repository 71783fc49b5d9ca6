// Operations on presets: which there are, and an instance made what one says.
import type { Parsed } from '../../app/contract/contract.ts';
import type { OptionChange } from '../../app/contract/metadata.ts';
import { GROUPS } from '../../app/events/kinds.ts';
import { PRESET_NAMES } from '../../app/metadata/presets/names.ts';
import { PRESETS, presetInstance } from '../../app/metadata/presets/presets.ts';
import { dialectOf } from '../../app/answer/dialects.ts';
import { done, failed } from '../../app/result.ts';
import { pathChanges } from '../../app/views/metadata-view.ts';
import { aloneProblem } from '../../app/world/alone.ts';
import { firstInstance, withInstance } from '../../app/world/instances.ts';
import type { Instance } from '../../app/world/world.ts';
import { changeWorld, enterWorld, freeGroups, note } from '../history/change-world.ts';
import { together } from '../history/take-back.ts';
import { type Caller, type Context, pick, withKey } from './context.ts';

/** What of a run these work on. */
type Used = Pick<Context, 'abilities' | 'history' | 'identity' | 'now' | 'traffic' | 'world'>;

export const presetHandlers = {
  'presets.list': ({ context }: Caller<Used>) => {
    const current = firstInstance(context.world.world()).preset;
    return done({ items: PRESET_NAMES.map((name) => ({ name, doc: PRESETS[name].doc, current: name === current })) });
  },
  'presets.apply': withKey(({ context }: Caller<Used>, input: Parsed<'presets.apply'>) => {
    const picked = pick(context, input.instance);
    if (!picked.ok) return picked;
    const now = context.now();
    const before = picked.data;
    const made = input.fresh === true ? anew(before, input, now) : applied(before, input, now);
    const others = context.world.world().instances.filter((other) => other !== before);
    const problem = aloneProblem(others, made);
    if (problem !== undefined) return failed('CONFLICT', problem);
    const changes = {
      changed: pathChanges(context.abilities, before, made, now),
      options: optionChanges(before, made),
    };
    if (input.dryRun === true) return done(changes);
    put(context, input, made);
    return done(changes);
  }),
};

/** A new instance finds every place free; one that goes on keeps those of its rules. */
function put(context: Used, { name, fresh }: Pick<Parsed<'presets.apply'>, 'name' | 'fresh'>, made: Instance): void {
  const next = withInstance(context.world.world(), made);
  if (fresh !== true) return changeWorld(context, `applied preset ${name}`, next, made.name);
  const entered = enterWorld(context, next, []);
  note(context, `made a new ${name}`, together(entered, freeGroups(context, made.name, GROUPS)), made.name);
}

type Wanted = { name: Parameters<typeof presetInstance>[0] };

/** The instance as the preset makes it, under its own name. */
function anew({ name: own }: Instance, { name }: Wanted, now: number): Instance {
  return { ...presetInstance(name, now), name: own };
}

/** The same with the events and rules that there are, where these are the instance's own and fit how it answers then. */
function applied(instance: Instance, wanted: Wanted, now: number): Instance {
  const made = anew(instance, wanted, now);
  const { profile, events, audience } = instance;
  return made.profile === profile && dialectOf(instance).keepsEvents ? { ...made, events, audience } : made;
}

/** The metadata options that differ. */
export function optionChanges(
  { options: before }: Pick<Instance, 'options'>,
  { options: after }: Pick<Instance, 'options'>,
): OptionChange[] {
  const was = new Map<string, string | number>(Object.entries(before));
  return Object.entries(after).flatMap(([option, is]) => {
    const old = was.get(option);
    return old === undefined || old === is ? [] : [{ option, was: old, is }];
  });
}
