// The bell over HTTP: an event stream read with fetch, taken up again calmly after a break.
import type { Bell } from '../../../app/contract/server.ts';
import { useConnection } from '../../stores/connection.ts';
import { NO_ANSWER } from './carrier.ts';
import { createEventReader } from './event-stream.ts';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15_000;
/** About a minute of breaks; then it takes a click. */
const MOST_ATTEMPTS = 8;
const REFUSED =
  'This page has no valid token. Open the address that Metadeck printed when it started, or run metadeck panel.';

/** How long to wait before the attempt of this number, from 1 on. */
function waitBefore(attempt: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
}

export function listenOverHttp(token: () => string, listener: (bell: Bell) => void): () => void {
  const stop = new AbortController();
  void keepListening(token, listener, stop.signal);
  return () => stop.abort();
}

async function keepListening(token: () => string, listener: (bell: Bell) => void, stopped: AbortSignal): Promise<void> {
  let attempt = 0;
  const heard = (bell: Bell) => {
    attempt = 0;
    useConnection.getState().connected();
    listener(bell);
  };
  const isStopped = () => stopped.aborted;
  while (!isStopped()) {
    const refused = await listenOnce(token(), heard, stopped);
    if (isStopped()) return;
    attempt += 1;
    await pauseBefore(attempt, refused);
    if (attempt > MOST_ATTEMPTS || refused) attempt = 0;
  }
}

/** Waits for the next attempt; after too many, or when the token is refused, for the person. */
async function pauseBefore(attempt: number, refused: boolean): Promise<void> {
  const connection = useConnection.getState();
  if (refused) return connection.lost(REFUSED);
  if (attempt > MOST_ATTEMPTS) return connection.lost(NO_ANSWER);
  return connection.broken(waitBefore(attempt));
}

/** Listens until the stream ends. True when the server refuses this page. */
async function listenOnce(token: string, listener: (bell: Bell) => void, signal: AbortSignal): Promise<boolean> {
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
