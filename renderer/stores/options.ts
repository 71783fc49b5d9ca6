// A mirror of the instance's metadata options.
import { create } from 'zustand';
import type { Options } from '../../app/world/options.ts';

/** Null until the first answer. */
export const useOptions = create<{ options: Options | null }>()(() => ({ options: null }));

/** Shows a choice before the server has taken it. */
export function choseOption<N extends keyof Options>(name: N, value: Options[N]): void {
  const { options } = useOptions.getState();
  if (options !== null) useOptions.setState({ options: { ...options, [name]: value } });
}
