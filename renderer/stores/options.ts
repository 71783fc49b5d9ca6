// A mirror of the instance's metadata options, pulled when somebody looks and whenever the world changes.
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Options } from '../../app/world/options.ts';
import { act, call } from '../control/control.ts';
import { pullStatus } from './status.ts';
import { useWorld } from './world.ts';

const useStore = create<{ options: Options | null }>()(() => ({ options: null }));

async function pullOptions(): Promise<void> {
  const result = await call('options.get', {});
  if (result.ok) useStore.setState({ options: result.data });
}

/** Null until the first answer. */
export function useOptions(): Options | null {
  useEffect(() => {
    void pullOptions();
    return useWorld.subscribe((now, before) => now.revision !== before.revision && void pullOptions());
  }, []);
  return useStore((store) => store.options);
}

/** Shows the choice at once; what the server refuses goes back to what it was, with its reason in a toast. */
export function changeOption<N extends keyof Options>(name: N, value: Options[N]): void {
  const { options } = useStore.getState();
  if (options !== null) useStore.setState({ options: { ...options, [name]: value } });
  void send({ [name]: value });
}

async function send(patch: Partial<Options>): Promise<void> {
  const options = await act('options.patch', patch);
  if (options === null) await pullOptions();
  else useStore.setState({ options });
  await pullStatus();
}
