// Operations on the world and its metadata: facts, overrides, presets, options.
import type { Parsed } from '../../app/contract/contract.ts';
import {
  clearOverrides,
  editFact,
  editUserData,
  patchFacts,
  removeFact,
  resetFact,
  resetFactsUnder,
  setOverride,
} from '../../app/metadata/edit.ts';
import { USER_DATA_PATH } from '../../app/metadata/catalog/moment.ts';
import { factChoices } from '../../app/views/fact-choices.ts';
import { withSetKept } from '../../app/metadata/rotation.ts';
import { pathProblem } from '../../app/metadata/override-rules.ts';
import { patchOptions } from '../../app/world/patch-options.ts';
import type { Abilities } from '../../app/abilities.ts';
import { done, invalid, type Result } from '../../app/result.ts';
import { isoTime, wholeSeconds } from '../../app/time.ts';
import { metadataItems, pathChanges } from '../../app/views/metadata-view.ts';
import { exportedWorld, shownFacts } from '../../app/views/shown.ts';
import type { Instance } from '../../app/world/world.ts';
import { readSavedWorld } from '../../app/world/migrate.ts';
import { takeOver } from '../history/take-over.ts';
import { type Caller, type Context, edit, pick, tryEdit, withKey } from './context.ts';

/** What of a run these work on. */
type Used = Pick<Context, 'abilities' | 'history' | 'identity' | 'now' | 'traffic' | 'world'>;

export const metadataHandlers = {
  'world.get': ({ context }: Caller<Used>) => done(exportedWorld(context.world.world())),
  'world.put': withKey(({ context }: Caller<Used>, input: Parsed<'world.put'>) => {
    const read = readSavedWorld(input);
    if (!read.ok) return read;
    takeOver(context, 'imported a world', read.data);
    return done(exportedWorld(read.data));
  }),
  'world.import': withKey(async ({ context }: Caller<Used>, input: Parsed<'world.import'>) => {
    // Few need it, and its parsers are large.
    const { importConfig } = await import('../aemm/import.ts');
    const imported = importConfig(input, context.now());
    if (!imported.ok) return imported;
    takeOver(context, 'imported an AEMM configuration', imported.data.world);
    return done({ ...imported.data, world: exportedWorld(imported.data.world) });
  }),
  'metadata.list': withKey(({ context }: Caller<Used>, input: Parsed<'metadata.list'>) => {
    const picked = pick(context, input.instance);
    if (!picked.ok) return picked;
    const under = plainPath(input.under ?? '');
    const items = metadataItems(context.abilities, picked.data, context.now());
    return done({ items: items.filter(({ path }) => isUnder(path, under)) });
  }),
  'metadata.set': withKey(({ context }: Caller<Used>, input: Parsed<'metadata.set'>) => {
    const path = plainPath(input.path);
    const title = 'absent' in input ? `made ${path} absent` : `set ${path}`;
    const changed = change(context, { ...input, title }, (instance) => setPath(context, instance, path, input));
    return changed.ok ? done({ how: changed.data.how, changed: changed.data.changed }) : changed;
  }),
  'metadata.reset': withKey(({ context }: Caller<Used>, input: Parsed<'metadata.reset'>) => {
    const one = 'path' in input;
    const path = plainPath(one ? input.path : input.under);
    const problem = path === '' ? undefined : pathProblem(path);
    if (problem !== undefined) return invalid(one ? 'path' : 'under', problem);
    const title = path === '' ? 'reset everything' : `reset ${path}`;
    const changed = change(context, { ...input, title }, (instance) => {
      const reset = one ? resetOne(instance, path) : resetUnder(instance, path);
      return done({ instance: reset });
    });
    return changed.ok ? done({ changed: changed.data.changed }) : changed;
  }),
  'facts.get': ({ context }: Caller<Used>, input: Parsed<'facts.get'>) => {
    const picked = pick(context, input.instance);
    if (!picked.ok) return picked;
    const { facts } = picked.data;
    return done({ ...shownFacts(facts), launchTime: isoTime(facts.launchTime) });
  },
  'facts.choices': () => done(factChoices()),
  'facts.patch': withKey(({ context }: Caller<Used>, input: Parsed<'facts.patch'>) => {
    const { instance: name, dryRun, launchTime, ...rest } = input;
    const patch = launchTime === undefined ? rest : { ...rest, launchTime: secondOf(launchTime) };
    const title = `changed ${Object.keys(patch).join(', ') || 'nothing'}`;
    const changed = change(context, { instance: name, title, dryRun }, (instance) => {
      const patched = patchFacts(instance, patch);
      return patched.ok ? done({ instance: patched.data }) : patched;
    });
    return changed.ok ? done({ changed: changed.data.changed }) : changed;
  }),
  'options.get': ({ context }: Caller<Used>, input: Parsed<'options.get'>) => {
    const picked = pick(context, input.instance);
    return picked.ok ? done(picked.data.options) : picked;
  },
  'options.patch': ({ context }: Caller<Used>, input: Parsed<'options.patch'>) => {
    const { instance: name, ...patch } = input;
    const changed = edit(context, name, 'changed metadata options', (instance) => {
      const options = patchOptions(instance.options, patch);
      return done({ instance: options === instance.options ? instance : { ...instance, options } });
    });
    return changed.ok ? done(changed.data.instance.options) : changed;
  },
};

type Changed = { instance: Instance; how?: 'fact' | 'override' };
type Wanted = { instance?: string | undefined; title: string; dryRun?: boolean | undefined };

/** An edit of values: it sets when they changed last, and says which paths did; in a dry run, which would. */
function change<T extends Changed>(
  context: Used,
  { instance: name, title, dryRun }: Wanted,
  make: (instance: Instance) => Result<T>,
) {
  const now = context.now();
  const remade = (before: Instance) => {
    const made = make(before);
    if (!made.ok || made.data.instance === before) return made;
    const instance = withSetKept(before, made.data.instance, now);
    return done({ ...made.data, instance: { ...instance, changedAt: wholeSeconds(now) } });
  };
  const changed = dryRun === true ? tryEdit(context, name, remade) : edit(context, name, title, remade);
  if (!changed.ok) return changed;
  const { before, instance } = changed.data;
  return done({
    ...changed.data,
    changed: before === instance ? [] : pathChanges(context.abilities, before, instance, now),
  });
}

/** Without slashes at its ends and without a version: as api.md writes paths. */
function plainPath(text: string): string {
  return text.replace(/^\/+|\/+$/g, '').replace(/^latest(\/|$)/, '');
}

function isUnder(path: string, under: string): boolean {
  return under === '' || path === under || path.startsWith(`${under}/`);
}

/** The whole second that a time lies in. */
function secondOf(moment: string): number {
  return wholeSeconds(Date.parse(moment));
}

type Value = { value: string; encoding?: 'utf8' | 'base64' | undefined; only?: boolean | undefined };
type SetInput = Value | { absent: true };
type SetResult = Result<{ instance: Instance; how: 'fact' | 'override' }>;

function setPath({ abilities }: Used, instance: Instance, path: string, input: SetInput): SetResult {
  if ('absent' in input) return withoutPath(instance, path);
  if (input.encoding === 'base64') return setBytes(instance, path, input, abilities);
  if (input.only === true) return overridden(setOverride(instance, path, { value: input.value }));
  const edited = editFact(instance, path, input.value, abilities);
  if (edited === 'no-fact') return overridden(setOverride(instance, path, { value: input.value }));
  if (!edited.ok) return edited;
  return done({ instance: edited.data, how: 'fact' as const });
}

function withoutPath(instance: Instance, path: string): SetResult {
  const removed = removeFact(instance, path);
  if (removed !== 'no-fact') return done({ instance: removed, how: 'fact' as const });
  return overridden(setOverride(instance, path, { absent: true }));
}

function setBytes(instance: Instance, path: string, { value, only }: Value, abilities: Abilities): SetResult {
  if (path !== USER_DATA_PATH) return invalid('encoding', `Only ${USER_DATA_PATH} takes base64; give ${path} as text.`);
  if (only === true) return invalid('only', 'User data in base64 is no override; leave out only.');
  const edited = editUserData(instance, value, abilities);
  return edited.ok ? done({ instance: edited.data, how: 'fact' as const }) : edited;
}

function overridden(set: Result<Instance>): SetResult {
  return set.ok ? done({ instance: set.data, how: 'override' as const }) : set;
}

function resetOne(instance: Instance, path: string): Instance {
  return resetFact(clearOverrides(instance, { path }), path);
}

function resetUnder(instance: Instance, under: string): Instance {
  return resetFactsUnder(clearOverrides(instance, { under }), under);
}
