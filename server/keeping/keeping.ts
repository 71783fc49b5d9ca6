// Acknowledged means kept: whatever changes the world is answered once it is on disk, or has changed nothing.
import { done, type Result } from '../../app/result.ts';
import type { World } from '../../app/world/world.ts';
import type { Direction, History } from '../history/history.ts';
import type { Save } from '../world-file.ts';
import { type Call, createJournal, type Journal, type Outcome } from './journal.ts';
import { notChanged } from './not-changed.ts';

/** Does something, and notes in this history how it is taken back. */
type Work<T> = (history: History) => Promise<Result<T>>;

export type Keeping = {
  /** Answers once what was changed is on disk. STORAGE_FAILED where it can't be; then all is as it was. */
  carry: <T>(work: Work<T>) => Promise<Result<T>>;
  /** The same for what stays where it can't be saved: the answer has a warning then. */
  fire: <T extends object>(work: Work<T>) => Promise<Result<T & Warned>>;
  /** Saves what is not saved yet. */
  rest: () => Promise<Result<void>>;
};

/** One sentence: why it is not saved. */
type Warned = { warning?: string };

type Run = {
  history: History;
  world: () => World;
  /** Hears a sentence of what should be known besides. */
  warn: (text: string) => void;
};

/** For a world that is kept nowhere: nothing waits. */
export function keepNothing({ history }: Pick<Run, 'history'>): Keeping {
  const carry: Keeping['carry'] = (work) => work(history);
  return { carry, fire: carry, rest: async () => done(undefined) };
}

/** For a world that is kept by `save`; what there is at first is as its file has it. */
export function keepIn(save: Save, { history, world, warn }: Run): Keeping {
  const journal = createJournal(save, world, warn);

  async function attempt<T>(work: Work<T>, fires: boolean): Promise<{ result: Result<T>; outcome: Outcome }> {
    const call: Call = { fires, settle: () => undefined };
    const result = await work(watched(history, journal, call));
    return { result, outcome: (await call.outcome) ?? { kept: true } };
  }

  return {
    async carry(work) {
      const { result, outcome } = await attempt(work, false);
      return outcome.kept ? result : notChanged(outcome.error);
    },
    async fire(work) {
      const { result, outcome } = await attempt(work, true);
      if (outcome.kept) return result;
      // What it stood on was taken back, and it with that: it is fired again on what there is.
      const fired = outcome.stays ? result : await work(history);
      journal.pass();
      const warning = `${outcome.error.message} It was fired all the same, and is not saved yet.`;
      warn(warning);
      return fired.ok ? done({ ...fired.data, warning }) : fired;
    },
    rest: journal.rest,
  };
}

/** The history for one call: what it does there is noted in the journal. */
function watched(history: History, journal: Journal, call: Call): History {
  const stepped = (way: Direction, back: Direction) => (): string | undefined => {
    const title = history[way]();
    if (title !== undefined) journal.note(call, history[back]);
    return title;
  };
  return {
    ...history,
    did(deed) {
      const forget = history.did(deed);
      journal.note(call, forget);
      return forget;
    },
    undo: stepped('undo', 'redo'),
    redo: stepped('redo', 'undo'),
  };
}
