// The cell that holds the world, and undo: one stack of 100 steps, each with a title, not saved (behaviour.md, Edits).
import { createStore } from 'zustand/vanilla';
import type { World } from '../app/world/world.ts';

const MAX_STEPS = 100;

type Step = { title: string; world: World };

type State = { world: World; revision: number; undo: readonly Step[]; redo: readonly Step[] };

export type WorldStore = {
  world: () => World;
  revision: () => number;
  /** Replaces the world; the title says what undo would take back: `fired interruption`. */
  change: (title: string, world: World) => void;
  /** Titles of what undo and redo would do; null where there is nothing. */
  titles: () => { undo: string | null; redo: string | null };
  /** Takes back the last change, or brings back the last one undone; its title, or undefined where there is none. */
  undo: () => string | undefined;
  redo: () => string | undefined;
  subscribe: (listener: (world: World) => void) => () => void;
};

export function createWorldStore(first: World): WorldStore {
  const store = createStore<State>(() => ({ world: first, revision: 0, undo: [], redo: [] }));

  function step(from: 'undo' | 'redo'): string | undefined {
    const state = store.getState();
    const last = state[from].at(-1);
    if (!last) return undefined;
    const back = { title: last.title, world: state.world };
    const stacks =
      from === 'undo'
        ? { undo: state.undo.slice(0, -1), redo: [...state.redo, back] }
        : { undo: [...state.undo, back], redo: state.redo.slice(0, -1) };
    store.setState({ ...stacks, world: last.world, revision: state.revision + 1 });
    return last.title;
  }

  return {
    world: () => store.getState().world,
    revision: () => store.getState().revision,
    change(title, world) {
      const state = store.getState();
      if (world === state.world) return;
      const undo = [...state.undo, { title, world: state.world }].slice(-MAX_STEPS);
      store.setState({ world, revision: state.revision + 1, undo, redo: [] });
    },
    titles() {
      const { undo, redo } = store.getState();
      return { undo: undo.at(-1)?.title ?? null, redo: redo.at(-1)?.title ?? null };
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    subscribe: (listener) => store.subscribe((state) => listener(state.world)),
  };
}
