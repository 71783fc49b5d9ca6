// Runs something now and whenever the world changes.
import { useEffect } from 'react';
import { useWorld } from '../../stores/world.ts';

/** `pull` must be the same function from render to render; it runs anew when it is another. */
export function useWorldChange(pull: () => unknown): void {
  useEffect(() => {
    pull();
    return useWorld.subscribe((now, before) => {
      if (now.revision !== before.revision) pull();
    });
  }, [pull]);
}
