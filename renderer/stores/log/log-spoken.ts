// Whether new requests are told to those who listen.
import { create } from 'zustand';

const KEY = 'metadeck.spoken';

export const useSpoken = create<{ on: boolean }>()(() => ({ on: stored() !== 'off' }));

function stored(): string | null {
  return typeof localStorage === 'undefined' ? null : localStorage.getItem(KEY);
}

export function setSpoken(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
  useSpoken.setState({ on });
}
