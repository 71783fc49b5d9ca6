// Where the keyboard goes on the Deck: the ids of its panes, and the way from one to the next.

/** Marks the field that filters what a screen shows. */
export const SCREEN_FILTER = 'data-screen-filter';
export const FILTER_FIELD = 'request-filter';
export const REQUEST_LIST = 'request-list';
export const REQUEST_DETAIL = 'request-detail';
export const FIRE_COLUMN = 'fire-column';

const PANES = [FIRE_COLUMN, FILTER_FIELD, REQUEST_LIST, REQUEST_DETAIL];

export function focusPane(id: string): void {
  document.getElementById(id)?.focus();
}

/** Moves the focus by so many panes, round and round; those that are not there are passed over. */
export function movePane(by: 1 | -1): void {
  const panes = PANES.map((id) => document.getElementById(id)).filter((pane) => pane !== null);
  const now = panes.findIndex((pane) => pane.contains(document.activeElement));
  const first = by === 1 ? 0 : panes.length - 1;
  panes[now === -1 ? first : (now + by + panes.length) % panes.length]?.focus();
}
