// From Node's request to the core's, with what only the server needs beside it.
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { clientAddress, type Request } from '../../app/answer/request.ts';
import { hasTwoHosts } from '../two-hosts.ts';
import type { Answering } from './answering.ts';
import { hopsFrom, hopsOf, isAtServiceIpv6 } from './arrival.ts';
import { createHeaderKeeper, type KeptHeaders } from './kept-headers.ts';

/** Marks what Metadeck itself sends, by a secret of this run; never kept in the log. */
const PROBE_HEADER = 'x-metadeck-probe';

export type Taken = {
  request: Request;
  /** The client's. */
  port: number;
  /** The one that it came in on. */
  localPort: number;
  headers: ReadHeaders;
};

/** What is read from the headers of a request. */
type ReadHeaders = Pick<Request, 'own' | 'host' | 'origin' | 'fetchSite' | 'forwardedFor' | 'token' | 'tokenTtl'> & {
  /** As the log keeps them. */
  kept: KeptHeaders;
  hasBody: boolean;
  /** False where it has a body, or is to be refused: each costs more than a look at the rest. */
  isPlain: boolean;
  /** True when they ask by name to keep the connection, and not to close it as well (imds.md 2.4). */
  asksToKeepAlive: boolean;
  /** True when they ask to close the connection. */
  asksToClose: boolean;
};

/** What a connection is, and what came over it last: a client that keeps its connection mostly asks in the same way again. */
type Connection = {
  client: string;
  port: number;
  localPort: number;
  atServiceIpv6: boolean;
  target: string;
  rawHeaders: readonly string[];
  headers: ReadHeaders;
};

const connections = new WeakMap<Socket, Connection>();
const keepHeaders = createHeaderKeeper();

/** What of a run says how a request is taken. */
type Taking = Pick<Answering, 'probeSecret' | 'admits' | 'world'>;

export function takeRequest(req: IncomingMessage, { probeSecret, admits, world }: Taking): Taken {
  const { client, port, localPort, atServiceIpv6, target, headers } = connectionOf(req, probeSecret);
  const { own, host, origin, fetchSite, forwardedFor, token, tokenTtl } = headers;
  const method = req.method ?? '';
  const hops = own ? hopsFrom(client) : hopsOf(world(), client);
  return {
    request: {
      client,
      own,
      method,
      target,
      host,
      origin,
      fetchSite,
      forwardedFor,
      token,
      tokenTtl,
      hops,
      atServiceIpv6,
      admits: admits(),
    },
    port,
    localPort,
    headers,
  };
}

function connectionOf(req: IncomingMessage, probeSecret: string): Connection {
  const { socket, rawHeaders } = req;
  const target = req.url ?? '';
  const known = connections.get(socket);
  if (!known) {
    const made = {
      client: clientAddress(socket.remoteAddress ?? ''),
      port: socket.remotePort ?? 0,
      localPort: socket.localPort ?? 0,
      atServiceIpv6: isAtServiceIpv6(socket),
      target,
      rawHeaders,
      headers: readHeaders(req, probeSecret),
    };
    connections.set(socket, made);
    return made;
  }
  // An equal one stays: it was hashed when it was looked up, and the log then keeps one text instead of thousands.
  if (known.target !== target) known.target = target;
  if (!isSame(known.rawHeaders, rawHeaders)) {
    known.rawHeaders = rawHeaders;
    known.headers = readHeaders(req, probeSecret);
  }
  return known;
}

function isSame(before: readonly string[], now: readonly string[]): boolean {
  if (before.length !== now.length) return false;
  for (let i = 0; i < now.length; i += 1) if (before[i] !== now[i]) return false;
  return true;
}

function readHeaders({ headers, rawHeaders }: IncomingMessage, probeSecret: string): ReadHeaders {
  const own = ownFrom(one(headers[PROBE_HEADER]), probeSecret);
  const connection = headers.connection ?? '';
  const asksToClose = CLOSE.test(connection);
  const hasBody = isBodyAnnounced(headers);
  return {
    own,
    host: headers.host,
    origin: headers.origin,
    fetchSite: one(headers['sec-fetch-site']),
    forwardedFor: one(headers['x-forwarded-for']),
    token: one(headers['x-aws-ec2-metadata-token']),
    tokenTtl: one(headers['x-aws-ec2-metadata-token-ttl-seconds']),
    kept: keepHeaders(own ? withoutProbe(rawHeaders) : rawHeaders),
    hasBody,
    isPlain: !hasBody && !hasTwoHosts(rawHeaders),
    asksToKeepAlive: !asksToClose && KEEP_ALIVE.test(connection),
    asksToClose,
  };
}

/** What Metadeck's own requests carry: the secret of this run, and the instance that is meant. */
export function probeMark(probeSecret: string, instance: string): Record<string, string> {
  return { [PROBE_HEADER]: `${probeSecret} ${instance}` };
}

function ownFrom(mark: string | undefined, probeSecret: string): Request['own'] {
  return mark?.startsWith(`${probeSecret} `) === true && { instance: mark.slice(probeSecret.length + 1) };
}

function one(value: string | string[] | undefined): string | undefined {
  return typeof value === 'object' ? value.join(', ') : value;
}

const KEEP_ALIVE = /(^|,)\s*keep-alive\s*(,|$)/i;
const CLOSE = /(^|,)\s*close\s*(,|$)/i;

function isBodyAnnounced(headers: IncomingMessage['headers']): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

function withoutProbe(headers: readonly string[]): readonly string[] {
  const at = headers.findIndex((name, i) => i % 2 === 0 && name.toLowerCase() === PROBE_HEADER);
  return at < 0 ? headers : [...headers.slice(0, at), ...headers.slice(at + 2)];
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
