// What was changed and is not on disk yet, in order, and the writes that bring it there.
import { done, failed, type Failure, type Result } from '../../app/result.ts';
import type { World } from '../../app/world/world.ts';
import { wordsOf } from '../storage/words.ts';
import type { Save } from '../world-file.ts';

/** How a change came out: `kept`, or why it is not; `stays` tells whether it is there all the same. */
export type Outcome = { kept: true } | { kept: false; stays: boolean; error: Failure };

/** One call of somebody; `fires` is one that stays where it can't be saved. It has an outcome once it has changed something. */
export type Call = { fires: boolean; outcome?: Promise<Outcome>; settle: (outcome: Outcome) => void };

type Move = { call: Call; takeBack: () => unknown };

export type Journal = {
  /** Notes what a call has just done, and how it is taken back. What changed nothing that is kept need not wait. */
  note: (call: Call, takeBack: () => unknown) => void;
  /** Nobody waits for what was changed besides; it is saved with the next change. */
  pass: () => void;
  /** Saves the world as it is, if it is not saved. */
  rest: () => Promise<Result<void>>;
};

/** The world that there is at first is as its file has it. */
export function createJournal(save: Save, world: () => World, warn: (text: string) => void): Journal {
  const unsaved: Move[] = [];
  let onDisk = world();
  let seen = onDisk;
  let writing: Promise<void> | null = null;

  async function write(): Promise<Result<void>> {
    const saving = world();
    if (saving === onDisk) return done(undefined);
    const saved = await savedFrom(save, saving, warn);
    if (saved.ok) onDisk = saving;
    return saved;
  }

  /** One write after another, while there is anything to write: what changes during one shares the next. */
  async function writeAll(): Promise<void> {
    // What is changed in the same go shares the first one.
    await Promise.resolve();
    while (unsaved.length > 0) {
      const count = unsaved.length;
      const saved = await write();
      if (saved.ok) for (const { call } of unsaved.splice(0, count)) call.settle({ kept: true });
      else giveUp(unsaved.splice(0), saved.error);
      seen = world();
    }
    writing = null;
  }

  return {
    note(call, takeBack) {
      const isSame = world() === seen;
      seen = world();
      // It waits too where it stands on something that does.
      if (isSame && unsaved.length === 0) return;
      call.outcome ??= new Promise((resolve) => (call.settle = resolve));
      unsaved.push({ call, takeBack });
      writing ??= writeAll();
    },
    pass() {
      seen = world();
    },
    async rest() {
      await writing;
      return write();
    },
  };
}

/** Later moves stand on earlier ones: all of them are taken back, unless all of them stay. */
function giveUp(moves: readonly Move[], error: Failure): void {
  const stays = moves.every(({ call }) => call.fires);
  if (!stays) for (const { takeBack } of moves.toReversed()) takeBack();
  for (const { call } of moves) call.settle({ kept: false, stays, error });
}

/** Whoever waits for it is told, whatever went wrong. */
async function savedFrom(save: Save, world: World, warn: (text: string) => void): Promise<Result<void>> {
  try {
    return await save(world, warn);
  } catch (error) {
    return failed('STORAGE_FAILED', `The world could not be saved: ${wordsOf(error)}.`);
  }
}
