// The next moment at which drawing makes sense.

const HIDDEN_WAIT_MS = 250;

/** Runs at the next animation frame; a hidden page has none, so it gets a timer instead. */
export function nextFrame(run: () => void): void {
  if (document.visibilityState === 'visible') requestAnimationFrame(run);
  else setTimeout(run, HIDDEN_WAIT_MS);
}
