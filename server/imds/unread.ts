// What can be made out of a request that was not read, or not to its end.
import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { clientAddress } from '../../app/answer/request.ts';
import type { Arrival } from '../../app/answer/route-rules.ts';
import { NO_HEADERS } from './kept-headers.ts';
import type { RecordedRequest } from './recording.ts';
import type { Taken } from './take-request.ts';

/** A request, or what was to become one. */
export type Noticed = Pick<Taken, 'port' | 'localPort'> &
  Pick<RecordedRequest, 'headers'> & { request: RecordedRequest['request'] & Arrival };

/** The packet that the parser stopped at, and whether it was the first of its connection. */
export function unreadPacket(socket: Duplex, packet: Buffer | undefined): Noticed {
  const isFirst = socket instanceof Socket && socket.bytesRead <= (packet?.length ?? 0);
  return noticed(socket, firstLine(packet, isFirst));
}

/** What Node made of it, if anything. */
export function unreadRequest(socket: Duplex, req: IncomingMessage | undefined): Noticed {
  return noticed(socket, { method: req?.method ?? '', target: req?.url ?? '' });
}

function noticed(socket: Duplex, line: { method: string; target: string }): Noticed {
  const { client, port, localPort } = peerOf(socket);
  const nothing = { own: false as const, token: undefined, host: undefined, forwardedFor: undefined };
  return { request: { client, ...nothing, ...line }, port, localPort, headers: { kept: NO_HEADERS } };
}

function peerOf(socket: Duplex): { client: string; port: number; localPort: number } {
  if (!(socket instanceof Socket)) return { client: '', port: 0, localPort: 0 };
  const { remoteAddress = '', remotePort = 0, localPort = 0 } = socket;
  return { client: clientAddress(remoteAddress), port: remotePort, localPort };
}

const MAX_SHOWN = 200;

/** What can be made out of the first line of a request; a packet that is not a connection's first may begin with a token. */
function firstLine(packet: Buffer | undefined, isFirst: boolean): { method: string; target: string } {
  const line = packet?.subarray(0, 4096).toString('latin1').split(/\r?\n/, 1)[0] ?? '';
  const match = /^([A-Z]{1,20}) (\S+) HTTP\//.exec(line);
  return { method: match?.[1] ?? '', target: (match?.[2] ?? (isFirst ? line : '')).slice(0, MAX_SHOWN) };
}
