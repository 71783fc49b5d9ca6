// Where the panel lives inside the window, and how to tell its pages from all others.

export const PANEL_SCHEME = 'app';
const PANEL_HOST = 'metadeck';
export const PANEL_PAGE = `${PANEL_SCHEME}://${PANEL_HOST}/index.html`;

/** Whether a URL is one of the panel's. Compared in parts: Node knows no origin for a scheme of one's own. */
export function isPanelUrl(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return protocol === `${PANEL_SCHEME}:` && host === PANEL_HOST;
  } catch {
    return false;
  }
}

/** Whether a URL is the panel's one page, wherever in it. */
export function isPanelPage(url: string): boolean {
  return url.split('#', 1)[0] === PANEL_PAGE;
}
