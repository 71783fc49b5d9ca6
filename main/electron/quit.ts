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

/** Runs `stop` once before the process ends, and waits for it. A sentence that it answers is said on standard error, with exit code 1. */
export function stopBeforeQuit(stop: () => Promise<string | null>): void {
  let state: 'running' | 'stopping' | 'stopped' = 'running';
  async function finish(): Promise<void> {
    const complaint = await stopped(stop);
    state = 'stopped';
    end(complaint);
  }
  app.on('will-quit', (event) => {
    if (state === 'stopped') return;
    event.preventDefault();
    if (state === 'stopping') return;
    state = 'stopping';
    void finish();
  });
}

async function stopped(stop: () => Promise<string | null>): Promise<string | null> {
  try {
    return await Promise.race([stop(), limit()]);
  } catch (error) {
    return `It did not stop as it should: ${String(error)}`;
  }
}

function end(complaint: string | null): void {
  if (complaint === null) return app.quit();
  process.stderr.write(`metadeck: ${complaint}\n`);
  return app.exit(1);
}

function limit(): Promise<string> {
  const said = 'It took too long to stop; the last changes may not be saved.';
  return new Promise((resolve) => setTimeout(() => resolve(said), STOP_LIMIT_MS));
}
