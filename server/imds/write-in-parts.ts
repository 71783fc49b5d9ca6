// Writes an answer through the methods that Node documents: head and body, each checked by Node.
import type { ServerResponse } from 'node:http';

export type Parts = {
  status: number;
  reason: string;
  /** Names and values in turn: all that go out. */
  headers: string[];
  /** A character for each byte. */
  body: string;
  keepAlive: boolean;
};

export function writeInParts(res: ServerResponse, { status, reason, headers, body, keepAlive }: Parts): void {
  res.sendDate = false;
  // Without this Node would add "Connection: keep-alive" and "Keep-Alive", which neither service sends.
  if (keepAlive) res.removeHeader('Connection');
  res.writeHead(status, reason, headers);
  res.end(body, 'latin1');
}
