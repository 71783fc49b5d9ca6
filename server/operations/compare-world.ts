// What taking over another world would change, before anybody does.
import type { Parsed } from '../../app/contract/contract.ts';
import type { WorldChanges } from '../../app/contract/metadata.ts';
import { done, type Result } from '../../app/result.ts';
import { pathChanges } from '../../app/views/metadata-view.ts';
import { firstInstance } from '../../app/world/instances.ts';
import { readSavedWorld } from '../../app/world/migrate.ts';
import type { World } from '../../app/world/world.ts';
import { type Caller, type Context, withKey } from './context.ts';
import { optionChanges } from './presets.ts';

/** What of a run these work on. */
type Used = Pick<Context, 'identity' | 'now' | 'abilities' | 'world'>;

export const comparingHandlers = {
  'world.compare': withKey(async ({ context }: Caller<Used>, input: Parsed<'world.compare'>) => {
    const read = await readWorld(input, context.now());
    if (!read.ok) return read;
    const { world, warnings } = read.data;
    return done({ ...differences(context, context.world.world(), world), warnings });
  }),
};

type Read = { world: World; warnings: string[] };

async function readWorld(input: Parsed<'world.compare'>, now: number): Promise<Result<Read>> {
  if (!('world' in input)) {
    // Few need it, and its parsers are large.
    const { importConfig } = await import('../aemm/import.ts');
    return importConfig(input, now);
  }
  const saved = readSavedWorld(input.world);
  return saved.ok ? done({ world: saved.data, warnings: [] }) : saved;
}

function differences({ abilities, now }: Used, before: World, after: World): Omit<WorldChanges, 'warnings'> {
  const [was, is] = [firstInstance(before), firstInstance(after)];
  return {
    changed: pathChanges(abilities, was, is, now()),
    options: optionChanges(was, is),
    profile: { was: was.profile, is: is.profile },
    instances: { was: namesOf(before), is: namesOf(after) },
    events: { was: unfinishedIn(before), is: unfinishedIn(after) },
    audience: JSON.stringify(was.audience) !== JSON.stringify(is.audience),
  };
}

function namesOf({ instances }: World): string[] {
  return instances.map(({ name }) => name);
}

function unfinishedIn({ instances }: World): number {
  return instances.flatMap(({ events }) => events).filter(({ ending }) => ending === undefined).length;
}
