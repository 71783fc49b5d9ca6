// The token of this page: taken from its address and out of sight, and kept for this tab.
import { fragmentFor, readFragment } from '../../stores/fragment.ts';

const TOKEN_KEY = 'metadeck.token';

/** The token of this tab; null when the page was opened without one. */
export function controlToken(): string | null {
  takeToken();
  return sessionStorage.getItem(TOKEN_KEY);
}

/** Another token for this tab, in the place of the one before. */
export function keepToken(token: string): void {
  sessionStorage.setItem(TOKEN_KEY, token);
}

/** Opening the address of another run in the same tab changes only the fragment, so the page is loaded anew with its token. */
export function watchAddress(): void {
  takeToken();
  addEventListener('hashchange', () => {
    if (takeToken()) location.reload();
  });
}

/** True when the address carried a token, which it no longer does. */
function takeToken(): boolean {
  const { token, screen, subject } = readFragment(location.hash);
  if (token === null) return false;
  keepToken(token);
  const rest = screen === null ? '' : fragmentFor(screen, subject);
  history.replaceState(null, '', `${location.pathname}${location.search}${rest}`);
  return true;
}
