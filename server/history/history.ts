// What people did on purpose, so that it can be taken back: one stack of 100 steps, each with a title, not saved.

const MAX_STEPS = 100;

/** Takes back what was done, and answers how to do it again; called at most once, when all that came later is taken back. */
export type TakeBack = () => TakeBack;

/** Whatever a person changes is noted as one of these, whichever part of the run it changed (docs/decisions.md, 13). */
type Deed = {
  /** What undo would take back: `fired interruption`. */
  title: string;
  /** The instance that was changed, where there are several. */
  on?: string | null;
  takeBack: TakeBack;
  /** How many milliseconds undo, and after it redo, can reach it; then the step is gone. Without it, while it is among the last hundred. */
  lastsMs?: number;
};

export type Direction = 'undo' | 'redo';

type Step = Deed & { endsAt: number };

export type History = {
  /** Notes what was just done; what could be redone is gone. Answers how to take it back and leave nothing of it, while it is the last deed. */
  did: (deed: Deed) => () => void;
  /** Titles of what undo and redo would do, with the instance where there are several; null where there is nothing. */
  titles: () => { undo: string | null; redo: string | null };
  /** True for the title of the next step; one without an instance is of the first, as an edit without one was. */
  isNext: (direction: Direction, title: string, first: string) => boolean;
  /** Takes back the last deed, or does again the last one taken back; its title, or undefined where there is none. */
  undo: () => string | undefined;
  redo: () => string | undefined;
  /** When the next step will be gone by itself, in milliseconds since 1970; Infinity when none will. */
  nextEnd: () => number;
  /** Changes with whatever the titles say. */
  revision: () => number;
  /** Calls the listener after each deed, undo and redo. */
  subscribe: (listener: () => void) => void;
};

/** `now` in milliseconds since 1970. */
export function createHistory(now: () => number): History {
  const stacks: Record<Direction, Step[]> = { undo: [], redo: [] };
  const listeners: (() => void)[] = [];
  let revision = 0;

  function tell(): void {
    revision += 1;
    for (const listener of listeners) listener();
  }

  function push(onto: Direction, deed: Deed): void {
    stacks[onto].push({ ...deed, endsAt: now() + (deed.lastsMs ?? Number.POSITIVE_INFINITY) });
    if (stacks[onto].length > MAX_STEPS) stacks[onto].shift();
    tell();
  }

  /** The steps that are left, once those whose time is over are gone. */
  function left(direction: Direction): Step[] {
    const kept = stacks[direction].filter(({ endsAt }) => endsAt > now());
    if (kept.length === stacks[direction].length) return stacks[direction];
    revision += 1;
    return (stacks[direction] = kept);
  }

  function step(from: Direction, onto: Direction): string | undefined {
    const last = left(from).pop();
    if (!last) return undefined;
    push(onto, { ...last, takeBack: last.takeBack() });
    return titleOf(last);
  }

  return {
    did(deed) {
      const [undo, redo] = [[...stacks.undo], stacks.redo];
      stacks.redo = [];
      push('undo', deed);
      return () => {
        stacks.undo.at(-1)?.takeBack();
        stacks.undo = undo;
        stacks.redo = redo;
        tell();
      };
    },
    titles: () => ({ undo: nextTitle(left('undo')), redo: nextTitle(left('redo')) }),
    isNext(direction, title, first) {
      const next = left(direction).at(-1);
      return next !== undefined && (title === titleOf(next) || (title === next.title && next.on === first));
    },
    undo: () => step('undo', 'redo'),
    redo: () => step('redo', 'undo'),
    nextEnd: () =>
      Math.min(...[...left('undo'), ...left('redo')].map(({ endsAt }) => endsAt), Number.POSITIVE_INFINITY),
    revision: () => revision,
    subscribe: (listener) => void listeners.push(listener),
  };
}

function titleOf({ title, on = null }: Deed): string {
  return on === null ? title : `${title} on ${on}`;
}

function nextTitle(steps: readonly Step[]): string | null {
  const next = steps.at(-1);
  return next ? titleOf(next) : null;
}
