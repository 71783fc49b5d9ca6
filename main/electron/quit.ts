// When the application ends, and that it ends cleanly.
import { app } from 'electron';

/** A stop that hangs must not leave a process without a window that holds the port. */
const STOP_LIMIT_MS = 5000;

/** Without a window there is nothing to see: quit, except on macOS, where an application outlives its windows, and where it should stay. */
export function quitWithLastWindow(stays: () => boolean): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' && !stays()) app.quit();
  });
}

/** Runs `stop` once before the process ends, and waits for it. */
export function stopBeforeQuit(stop: () => Promise<unknown>): void {
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  app.on('will-quit', (event) => {
    if (state === 'stopped') return;
    event.preventDefault();
    if (state === 'stopping') return;
    state = 'stopping';
    void Promise.race([stop(), limit()]).finally(() => {
      state = 'stopped';
      app.quit();
    });
  });
}

function limit(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, STOP_LIMIT_MS));
}
