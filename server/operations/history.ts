// Operations on the world's history: undo and redo.
import type { Output, Parsed } from '../../app/contract/contract.ts';
import { done, failed, type Result } from '../../app/result.ts';
import type { Direction } from '../world-store.ts';
import type { Caller, Context } from './context.ts';
import { freeingPlaces } from './places.ts';

/** What of a run these work on. */
type Used = Pick<Context, 'traffic' | 'world'>;

export const historyHandlers = {
  'world.undo': ({ context }: Caller<Used>, { title }: Parsed<'world.undo'>): Result<Output<'world.undo'>> =>
    step(context, 'undo', title),
  'world.redo': ({ context }: Caller<Used>, { title }: Parsed<'world.redo'>): Result<Output<'world.redo'>> =>
    step(context, 'redo', title),
};

/** Takes the next step, or only the one that is meant: what somebody else did meanwhile is left alone. */
function step(context: Used, direction: Direction, meant: string | undefined): Result<{ title: string }> {
  const next = context.world.titles()[direction];
  if (next === null) return failed('CONFLICT', `There is nothing to ${direction}.`);
  if (meant !== undefined && !context.world.isNext(direction, meant))
    return failed('CONFLICT', ANOTHER[direction](next));
  freeingPlaces(context, context.world[direction]);
  return done({ title: next });
}

const ANOTHER: Record<Direction, (next: string) => string> = {
  undo: (next) => `Something else was changed since, so undo takes back that first: ${next}.`,
  redo: (next) => `Something else was changed since, so redo brings back that first: ${next}.`,
};
