// The cell that holds the world; `server/history/change-world.ts` changes it, so that it can be undone.
import { createStore } from 'zustand/vanilla';
import type { World } from '../app/world/world.ts';

export type WorldStore = {
  world: () => World;
  revision: () => number;
  /** Puts another world in the place of this one. */
  put: (world: World) => void;
  subscribe: (listener: (world: World) => void) => () => void;
};

export function createWorldStore(first: World): WorldStore {
  const store = createStore(() => ({ world: first, revision: 0 }));
  return {
    world: () => store.getState().world,
    revision: () => store.getState().revision,
    put: (world) => store.setState({ world, revision: store.getState().revision + 1 }),
    subscribe: (listener) => store.subscribe((state) => listener(state.world)),
  };
}
