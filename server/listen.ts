// Opens and closes HTTP servers on the addresses of the host rule; a port that is taken becomes a sentence (behaviour.md, Listening).
import type * as http from 'node:http';
import * as net from 'node:net';
import { isRun } from './discovery.ts';
import { portHolder, type Holder } from './port-holder.ts';

export type Listener = { address: string; port: number };

export type Problem = {
  code: 'PORT_IN_USE' | 'ADDRESS_UNAVAILABLE' | 'INTERNAL';
  /** One sentence: what is wrong, by whom, and what to do. */
  message: string;
  port: number;
  /** The process that holds the port, where that can be known. */
  holder: Holder | null;
  /** The next port that is free on every address; null where none was found or none would help. */
  freePort: number | null;
};

export type Where = { host: string | null; port: number };
export type Opened = { ok: true; listeners: Listener[]; close: () => Promise<void> } | { ok: false; problem: Problem };

/** An address of the host rule; where the machine has no such family, an optional one is left out. */
type Address = { address: string; optional: boolean; ipv6Only?: boolean };
type Bound = { server: net.Server; listener: Listener; close: () => Promise<void> };
type BindFailure = { code: string; address: string };
type Bounds = { ok: true; bounds: Bound[] } | { ok: false; refusal: BindFailure };

/** Another port is tried this often when the one picked for the first address is taken on the second. */
const PICKS = 20;
const PORTS_TRIED = 100;
const NO_SUCH_FAMILY = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EPROTONOSUPPORT']);

function addressesOf(host: string | null): Address[] {
  if (host === null) return pair('127.0.0.1', '::1');
  if (host === '0.0.0.0' || host === '::') return pair('0.0.0.0', '::');
  return [{ address: host, optional: false }];
}

function pair(first: string, second: string): Address[] {
  return [
    { address: first, optional: false },
    { address: second, optional: true, ipv6Only: true },
  ];
}

/**
 * Opens servers made by `make` on every address of the host rule: null stands for 127.0.0.1 and ::1 on the same port
 * (without ::1 where there is none), `0.0.0.0` and `::` for everything on both families, anything else for itself alone.
 * Port 0 picks one port that is free on all of them. `notFreePorts` are never proposed as the next free port.
 */
export async function openListeners(make: () => http.Server, where: Where, notFreePorts: number[]): Promise<Opened> {
  const addresses = addressesOf(where.host);
  const opened = await bindAll(make, addresses, where.port);
  if (!opened.ok) return { ok: false, problem: await problemOf(opened.refusal, where.port, addresses, notFreePorts) };
  return { ok: true, listeners: opened.bounds.map(({ listener }) => listener), close: () => closeAll(opened.bounds) };
}

/** Opens one server on one address. The answer is the system's code, such as EADDRINUSE, when it can't be had. */
export async function openOne(
  server: net.Server,
  options: net.ListenOptions,
): Promise<{ ok: true; listener: Listener; close: () => Promise<void> } | { ok: false; code: string }> {
  const close = trackConnections(server);
  const code = await listening(server, options);
  if (code !== null) return { ok: false, code };
  const at = server.address();
  const listener =
    at !== null && typeof at === 'object'
      ? { address: at.address, port: at.port }
      : { address: options.path ?? '', port: 0 };
  return { ok: true, listener, close };
}

async function bindAll(make: () => net.Server, addresses: Address[], port: number): Promise<Bounds> {
  let last: Bounds = { ok: true, bounds: [] };
  for (let pick = 0; pick < PICKS; pick += 1) {
    last = await bindOnce(make, addresses, port);
    if (last.ok || port !== 0 || last.refusal.code !== 'EADDRINUSE') return last;
  }
  return last;
}

async function bindOnce(make: () => net.Server, addresses: Address[], asked: number): Promise<Bounds> {
  const bounds: Bound[] = [];
  let port = asked;
  for (const { address, optional, ipv6Only } of addresses) {
    const server = make();
    const opened = await openOne(server, { host: address, port, ipv6Only: ipv6Only ?? false });
    if (opened.ok) {
      port = opened.listener.port;
      bounds.push({ server, ...opened });
    } else if (!optional || !NO_SUCH_FAMILY.has(opened.code)) {
      await closeAll(bounds);
      return { ok: false, refusal: { code: opened.code, address } };
    }
  }
  return { ok: true, bounds };
}

/** Null once it listens, or the system's code. */
function listening(server: net.Server, options: net.ListenOptions): Promise<string | null> {
  return new Promise((resolve) => {
    const refused = (error: NodeJS.ErrnoException) => resolve(error.code ?? 'UNKNOWN');
    server.once('error', refused);
    server.listen({ ...options, exclusive: true }, () => {
      server.off('error', refused);
      resolve(null);
    });
  });
}

/** Ends at once: accepts nothing more and destroys what is open, upgraded connections included. */
function trackConnections(server: net.Server): () => Promise<void> {
  const open = new Set<net.Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
}

async function closeAll(bounds: Bound[]): Promise<void> {
  await Promise.all(bounds.map(({ close }) => close()));
}

async function problemOf(
  refusal: BindFailure,
  port: number,
  addresses: Address[],
  notFree: number[],
): Promise<Problem> {
  const { code, address } = refusal;
  if (code === 'EADDRINUSE') return portInUse(port, addresses, notFree);
  if (code === 'EACCES') return portNotAllowed(port, addresses, notFree);
  const none = { port, holder: null, freePort: null };
  if (NO_SUCH_FAMILY.has(code) || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EINVAL') {
    const message = `${address} is no address of this machine; use one that is, such as 127.0.0.1, or 0.0.0.0 for all.`;
    return { code: 'ADDRESS_UNAVAILABLE', message, ...none };
  }
  return {
    code: 'INTERNAL',
    message: `${address} port ${port} could not be opened (${code}); try another port.`,
    ...none,
  };
}

async function portInUse(port: number, addresses: Address[], notFree: number[]): Promise<Problem> {
  const [holder, freePort] = await Promise.all([holderOf(port), nextFreePort(port, addresses, notFree)]);
  const by = holder ? `used by ${holder.name} (pid ${holder.pid})` : 'in use';
  return { code: 'PORT_IN_USE', message: `Port ${port} is ${by}; ${advice(freePort)}`, port, holder, freePort };
}

/** One of this user's own runs is called what it is, not by the program that it runs in. */
async function holderOf(port: number): Promise<Holder | null> {
  const holder = await portHolder(port);
  return holder && (await isRun(holder.pid)) ? { ...holder, name: 'Metadeck' } : holder;
}

async function portNotAllowed(port: number, addresses: Address[], notFree: number[]): Promise<Problem> {
  const freePort = await nextFreePort(Math.max(port, 1337), addresses, notFree);
  const message = `Port ${port} may not be opened by this user; ${advice(freePort)}`;
  return { code: 'ADDRESS_UNAVAILABLE', message, port, holder: null, freePort };
}

function advice(freePort: number | null): string {
  return freePort === null ? 'choose another port.' : `the next free port is ${freePort}.`;
}

async function nextFreePort(after: number, addresses: Address[], notFree: number[]): Promise<number | null> {
  const last = Math.min(after + PORTS_TRIED, 65_535);
  for (let port = after + 1; port <= last; port += 1) {
    if (!notFree.includes(port) && (await isFree(port, addresses))) return port;
  }
  return null;
}

async function isFree(port: number, addresses: Address[]): Promise<boolean> {
  const tried = await bindOnce(() => net.createServer(), addresses, port);
  if (tried.ok) await closeAll(tried.bounds);
  return tried.ok;
}
