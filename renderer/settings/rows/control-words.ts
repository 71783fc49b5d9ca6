// How a page in a browser reaches the control API, in words.

/** A page that came from another port than the API's own was handed on by a command. */
export function switchWords(http: { port: number } | null, pagePort: string): string {
  if (http === null) return 'Off. This page is passed on by metadeck panel.';
  return pagePort === String(http.port) ? 'On: this page uses it.' : 'On. This page is passed on by metadeck panel.';
}
