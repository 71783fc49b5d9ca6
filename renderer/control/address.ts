// What the page's address carries in its fragment: the token, kept for this tab and taken out of sight, and the screen to open.

export type Fragment = { token: string | null; screen: string | null; subject: string | null };

export function readFragment(hash: string): Fragment {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  return { token: fields.get('token'), screen: fields.get('screen'), subject: fields.get('subject') };
}

/** The fragment that opens a screen; the token is never part of it. */
export function fragmentFor(screen: string, subject: string | null): string {
  const fields = new URLSearchParams({ screen, ...(subject === null ? {} : { subject }) });
  return `#${fields.toString()}`;
}

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
