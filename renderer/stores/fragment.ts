// What the page's address carries in its fragment: a token, the screen to open, and what to show on it.

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
