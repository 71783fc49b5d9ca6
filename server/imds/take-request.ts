// From Node's request to the core's, with what only the server needs beside it.
import type { IncomingMessage } from 'node:http';
import type { Admits } from '../../app/host-rule.ts';
import { clientAddress, type Request } from '../../app/request.ts';
import { hopsFrom, isAtServiceIpv6 } from './arrival.ts';

/** Names what Metadeck itself sends, by a secret of this run; never kept in the log. */
export const PROBE_HEADER = 'x-metadeck-probe';

export function takeRequest(req: IncomingMessage, probeSecret: string, admits: Admits): Request {
  const { headers } = req;
  return {
    client: clientAddress(req.socket.remoteAddress ?? ''),
    own: headers[PROBE_HEADER] === probeSecret,
    method: req.method ?? '',
    target: req.url ?? '',
    host: headers.host,
    origin: headers.origin,
    fetchSite: one(headers['sec-fetch-site']),
    forwardedFor: one(headers['x-forwarded-for']),
    token: one(headers['x-aws-ec2-metadata-token']),
    tokenTtl: one(headers['x-aws-ec2-metadata-token-ttl-seconds']),
    hops: hopsFrom(req.socket.remoteAddress ?? ''),
    atServiceIpv6: isAtServiceIpv6(req.socket),
    admits,
  };
}

function one(value: string | string[] | undefined): string | undefined {
  return typeof value === 'object' ? value.join(', ') : value;
}

/** True when the request asks by name to keep its connection, and not to close it as well (imds.md 2.4). */
export function asksToKeepAlive(req: IncomingMessage): boolean {
  const { connection } = req.headers;
  return connection !== undefined && connection !== 'close' && keepsByName(connection);
}

let lastConnection = '';
let lastKeeps = false;

/** Clients repeat themselves: what the last one sent was read already. */
function keepsByName(connection: string): boolean {
  if (connection === lastConnection) return lastKeeps;
  lastConnection = connection;
  lastKeeps = KEEP_ALIVE.test(connection) && !CLOSE.test(connection);
  return lastKeeps;
}

const KEEP_ALIVE = /(^|,)\s*keep-alive\s*(,|$)/i;
const CLOSE = /(^|,)\s*close\s*(,|$)/i;

/** True unless the request wants its connection closed, as HTTP/1.1 has it and AEMM's web server does. */
export function mayBeKept(req: IncomingMessage): boolean {
  return req.httpVersion !== '1.0' && !CLOSE.test(req.headers.connection ?? '');
}

export function hasBody(req: IncomingMessage): boolean {
  const length = req.headers['content-length'];
  return req.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

const MAX_BODY = 65_536;

/** Reads a body and drops it; false as soon as it is over 64 KiB, or when it never ends. */
export function dropBody(req: IncomingMessage): Promise<boolean> {
  if (Number(req.headers['content-length'] ?? 0) > MAX_BODY) return Promise.resolve(false);
  return new Promise((settle) => {
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY) settle(false);
    });
    req.on('end', () => settle(true));
    req.on('close', () => settle(false));
    req.on('error', () => settle(false));
  });
}
