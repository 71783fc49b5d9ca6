// The cell that holds the world, and undo: one stack of 100 steps, each with a title, not saved (behaviour.md, Edits).
import { createStore } from 'zustand/vanilla';
import { firstInstance } from '../app/world/instances.ts';
import type { World } from '../app/world/world.ts';

const MAX_STEPS = 100;

/** `on` names the instance that was changed, where there are several. */
type Step = { title: string; on: string | null; world: World };

export type Direction = 'undo' | 'redo';

type State = { world: World; revision: number; undo: readonly Step[]; redo: readonly Step[] };

export type WorldStore = {
  world: () => World;
  revision: () => number;
  /** Replaces the world; the title says what undo would take back: `fired interruption`, in that instance if it was one. */
  change: (title: string, world: World, instance?: string) => void;
  /** Titles of what undo and redo would do, with the instance where there are several; null where there is nothing. */
  titles: () => { undo: string | null; redo: string | null };
  /** True for the title of the next step; one without an instance is of the first, as an edit without one was. */
  isNext: (direction: Direction, title: string) => boolean;
  /** Takes back the last change, or brings back the last one undone; its title, or undefined where there is none. */
  undo: () => string | undefined;
  redo: () => string | undefined;
  subscribe: (listener: (world: World) => void) => () => void;
};

export function createWorldStore(first: World): WorldStore {
  const store = createStore<State>(() => ({ world: first, revision: 0, undo: [], redo: [] }));

  function step(from: Direction): string | undefined {
    const state = store.getState();
    const last = state[from].at(-1);
    if (!last) return undefined;
    const back = { ...last, world: state.world };
    const stacks =
      from === 'undo'
        ? { undo: state.undo.slice(0, -1), redo: [...state.redo, back] }
        : { undo: [...state.undo, back], redo: state.redo.slice(0, -1) };
    store.setState({ ...stacks, world: last.world, revision: state.revision + 1 });
    return titleOf(last);
  }

  return {
    world: () => store.getState().world,
    revision: () => store.getState().revision,
    change(title, world, instance) {
      const state = store.getState();
      if (world === state.world) return;
      const on = instance !== undefined && world.instances.length > 1 ? instance : null;
      const undo = [...state.undo, { title, on, world: state.world }].slice(-MAX_STEPS);
      store.setState({ world, revision: state.revision + 1, undo, redo: [] });
    },
    titles() {
      const { undo, redo } = store.getState();
      return { undo: nextTitle(undo), redo: nextTitle(redo) };
    },
    isNext(direction, title) {
      const { world, [direction]: steps } = store.getState();
      const next = steps.at(-1);
      if (!next) return false;
      return title === titleOf(next) || (title === next.title && next.on === firstInstance(world).name);
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    subscribe: (listener) => store.subscribe((state) => listener(state.world)),
  };
}

function titleOf({ title, on }: Step): string {
  return on === null ? title : `${title} on ${on}`;
}

function nextTitle(steps: readonly Step[]): string | null {
  const next = steps.at(-1);
  return next ? titleOf(next) : null;
}
