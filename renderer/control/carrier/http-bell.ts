// The bell over HTTP: an event stream read with fetch, taken up again calmly after a break.
import type { Bell } from '../../../app/contract/server.ts';
import { useConnection } from '../../stores/connection.ts';
import { createEventReader } from './event-stream.ts';

const FIRST_WAIT_MS = 1000;
/** A server that was started again is found soon, however long it was away. */
const LONGEST_WAIT_MS = 5000;

/** How long to wait before the attempt of this number, from 1 on. */
function waitBefore(attempt: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
}

export function listenOverHttp(token: () => string, listener: (bell: Bell) => void): () => void {
  const stop = new AbortController();
  void keepListening(token, listener, stop.signal);
  // Whoever looks at the page again need not wait for the next attempt.
  document.addEventListener('visibilitychange', tryWhenSeen, { signal: stop.signal });
  return () => stop.abort();
}

function tryWhenSeen(): void {
  const { state, tryAgain } = useConnection.getState();
  if (document.visibilityState === 'visible' && state === 'reconnecting') tryAgain();
}

async function keepListening(token: () => string, listener: (bell: Bell) => void, stopped: AbortSignal): Promise<void> {
  let attempt = 0;
  const connection = useConnection.getState();
  const heard = (bell: Bell) => {
    attempt = 0;
    connection.connected();
    listener(bell);
  };
  const isStopped = () => stopped.aborted;
  while (!isStopped()) {
    const refused = await listenOnce(token(), heard, stopped);
    if (isStopped()) return;
    attempt = refused ? 0 : attempt + 1;
    await (refused ? connection.refused() : connection.broken(waitBefore(attempt)));
  }
}

/** Listens until the stream ends. True when the server refuses this page, or would: without a token nothing is asked. */
async function listenOnce(token: string, listener: (bell: Bell) => void, signal: AbortSignal): Promise<boolean> {
  if (token === '') return true;
  try {
    const headers = { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' };
    const response = await fetch('/v1/changes', { headers, signal, cache: 'no-store' });
    if (response.status === 401 || response.status === 403) return true;
    if (response.ok && response.body !== null) await readBells(response.body, listener);
  } catch {
    // A break in the stream is what the loop is for.
  }
  return false;
}

async function readBells(body: ReadableStream<Uint8Array<ArrayBuffer>>, listener: (bell: Bell) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const read = createEventReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    for (const data of read(value)) {
      const bell: unknown = JSON.parse(data);
      if (isBell(bell)) listener(bell);
    }
  }
}

function isBell(value: unknown): value is Bell {
  return (
    typeof value === 'object' &&
    value !== null &&
    'run' in value &&
    'world' in value &&
    'traffic' in value &&
    'log' in value
  );
}
