// Asks the server for the instance's metadata options, when somebody looks and whenever the world changes.
import { useEffect } from 'react';
import type { Options } from '../../app/world/options.ts';
import { useOptions } from '../stores/options.ts';
import { useWorld } from '../stores/world.ts';
import { call } from './control.ts';

export async function pullOptions(): Promise<void> {
  const result = await call('options.get', {});
  if (result.ok) useOptions.setState({ options: result.data });
}

/** The options as they are now, for as long as they are shown; null until the first answer. */
export function useCurrentOptions(): Options | null {
  useEffect(() => {
    void pullOptions();
    return useWorld.subscribe((now, before) => now.revision !== before.revision && void pullOptions());
  }, []);
  return useOptions((store) => store.options);
}
