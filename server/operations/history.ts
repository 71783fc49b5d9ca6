// Operations on what people did on purpose: undo and redo.
import type { Output, Parsed } from '../../app/contract/contract.ts';
import { done, failed, type Result } from '../../app/result.ts';
import { firstInstance } from '../../app/world/instances.ts';
import type { Direction } from '../history/history.ts';
import type { Caller, Context } from './context.ts';

/** What of a run these work on. */
type Used = Pick<Context, 'history' | 'world'>;

export const historyHandlers = {
  'world.undo': ({ context }: Caller<Used>, { title }: Parsed<'world.undo'>): Result<Output<'world.undo'>> =>
    step(context, 'undo', title),
  'world.redo': ({ context }: Caller<Used>, { title }: Parsed<'world.redo'>): Result<Output<'world.redo'>> =>
    step(context, 'redo', title),
};

/** Takes the next step, or only the one that is meant: what somebody else did meanwhile is left alone. */
function step(context: Used, direction: Direction, meant: string | undefined): Result<{ title: string }> {
  const { history, world } = context;
  const next = history.titles()[direction];
  if (next === null) return failed('CONFLICT', `There is nothing to ${direction}.`);
  if (meant !== undefined && !history.isNext(direction, meant, firstInstance(world.world()).name))
    return failed('CONFLICT', ANOTHER[direction](next));
  history[direction]();
  return done({ title: next });
}

const ANOTHER: Record<Direction, (next: string) => string> = {
  undo: (next) => `Something else was changed since, so undo takes back that first: ${next}.`,
  redo: (next) => `Something else was changed since, so redo brings back that first: ${next}.`,
};
