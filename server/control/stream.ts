// The bell as an event stream: the revisions now, then each change. A slow reader gets only the latest; nothing is queued.
import type { ServerResponse } from 'node:http';
import type { Bell } from '../../app/contract/server.ts';
import type { Carried } from './host.ts';

export const MAX_STREAMS = 100;
const PING_MS = 15_000;

export type Streams = {
  /** False, and nothing has been sent, when there are too many already. */
  open: (response: ServerResponse) => boolean;
  endAll: () => void;
};

export function createStreams(host: Pick<Carried, 'bell' | 'onChange'>, limit = MAX_STREAMS): Streams {
  const streams = new Set<ServerResponse>();
  return {
    open: (response) => {
      if (streams.size >= limit) return false;
      streams.add(response);
      response.once('close', () => streams.delete(response));
      startStream(response, host);
      return true;
    },
    endAll: () => {
      for (const response of streams) response.end();
    },
  };
}

function startStream(response: ServerResponse, host: Pick<Carried, 'bell' | 'onChange'>): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
  const writer = latestOnly(response);
  writer.ring(host.bell());
  const stopListening = host.onChange(writer.ring);
  const pings = setInterval(writer.ping, PING_MS).unref();
  response.once('close', () => {
    stopListening();
    clearInterval(pings);
  });
}

/** Writes bells as they come; while the reader is behind it keeps the last one only. */
function latestOnly(response: ServerResponse): { ring: (bell: Bell) => void; ping: () => void } {
  let flowing = true;
  let waiting: Bell | null = null;
  const write = (text: string) => {
    // One that was ended still hears the bell until it is closed.
    if (!response.writableEnded) flowing = response.write(text);
  };
  response.on('drain', () => {
    flowing = true;
    if (waiting !== null) write(frame(waiting));
    waiting = null;
  });
  return {
    ring: (bell) => {
      if (flowing) write(frame(bell));
      else waiting = bell;
    },
    ping: () => {
      if (flowing) write(': ping\n\n');
    },
  };
}

function frame(bell: Bell): string {
  return `data: ${JSON.stringify(bell)}\n\n`;
}
