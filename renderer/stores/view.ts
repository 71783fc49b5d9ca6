// Which screen is shown, and what it should show first. Kept in the page's address, so that back and reload work.
import { create } from 'zustand';
import { fragmentFor, readFragment } from './fragment.ts';

const SCREENS = ['deck', 'metadata', 'events', 'tokens', 'clients', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

type View = {
  screen: Screen;
  /** What a link led to on that screen: a metadata path, an event's or token's id, a client's address, a setting. */
  subject: string | null;
};

export const useView = create<View>()(() => ({ screen: 'deck', subject: null }));

export function go(screen: Screen, subject: string | null = null): void {
  const { screen: from, subject: was } = useView.getState();
  if (from === screen && was === subject) return;
  history.pushState(null, '', fragmentFor(screen, subject));
  useView.setState({ screen, subject });
}

/** Takes the screen from the address, now and when somebody goes back or forth. */
export function followAddress(): void {
  takeAddress();
  addEventListener('popstate', takeAddress);
}

function takeAddress(): void {
  const { screen, subject } = readFragment(location.hash);
  useView.setState({ screen: SCREENS.find((known) => known === screen) ?? 'deck', subject });
}
