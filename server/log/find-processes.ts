// Which processes hold the other ends of connections, as /proc says: beside all else, and a bounded part of it at a time.
import { promises, readdirSync, readlinkSync } from 'node:fs';
import * as path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Process } from '../../app/log/log-entry.ts';

/** The client's end of a connection on this machine. */
export type Endpoint = { key: string; address: string; port: number };

/** By the endpoint's key: its process; null where all were looked through and none has it; absent where that was too much for one time. */
type Found = Map<string, Process | null>;
export type FindProcesses = (wanted: readonly Endpoint[], serverPorts: readonly number[]) => Promise<Found>;

const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];
/** Links that are read without a pause, and at one time. */
const AT_ONCE = 100;
const AT_MOST = 2000;

export function createFindProcesses(): FindProcesses {
  /** Where the last search had to end: the next one goes on below that process, the newest come first. */
  let below = Number.POSITIVE_INFINITY;

  return async (wanted, serverPorts) => {
    const tables = await Promise.all(TABLES.map((file) => promises.readFile(file, 'utf8').catch(() => '')));
    const sockets = new Map(tables.flatMap((table) => socketsIn(table, wanted, serverPorts)));
    const found: Found = new Map(wanted.map(({ key }) => [key, null]));
    if (sockets.size === 0) return found;
    let read = 0;
    for (const pid of pidsFrom(below)) {
      const links = linksOf(pid);
      for (const key of links.flatMap((link) => sockets.get(link) ?? []))
        found.set(key, { pid, name: await nameOf(pid) });
      read += links.length + 1;
      below = pid;
      if (read >= AT_MOST) return unfinished(found, sockets);
      if (read % AT_ONCE < links.length + 1) await nextTurn();
    }
    below = Number.POSITIVE_INFINITY;
    return found;
  };
}

/** Those that have a socket, but no process yet, are still to be found. */
function unfinished(found: Found, sockets: ReadonlyMap<string, string>): Found {
  for (const key of sockets.values()) if (found.get(key) === null) found.delete(key);
  return found;
}

/** Newest first, from below one on and then round. */
function pidsFrom(below: number): number[] {
  const all = namesIn('/proc')
    .map(Number)
    .filter(Number.isInteger)
    .sort((a, b) => b - a);
  return [...all.filter((pid) => pid < below), ...all.filter((pid) => pid >= below)];
}

/** What the descriptors of a process are; none of one that is gone or another user's. */
function linksOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return namesIn(folder).flatMap((one) => linkAt(path.join(folder, one)));
}

/** None where it can't be read, or not at this moment: with every descriptor in use, for instance. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function linkAt(file: string): string[] {
  try {
    return [readlinkSync(file)];
  } catch {
    // It was closed meanwhile.
    return [];
  }
}

async function nameOf(pid: number): Promise<string> {
  const name = await promises.readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return name.trim() || 'a process';
}

const ROW = /^\s*\d+: ([\dA-F]+):([\dA-F]{4}) [\dA-F]+:([\dA-F]{4}) \S+ \S+ \S+ \S+\s+\d+\s+\d+ (\d+)/;
const MAPPED = '0000000000000000FFFF0000';

/** The clients' ends among the rows of a table such as /proc/net/tcp: what a link to each says, and the key of its endpoint. */
export function socketsIn(
  table: string,
  wanted: readonly Endpoint[],
  serverPorts: readonly number[],
): [link: string, key: string][] {
  const servers = new Set(serverPorts.map(hexPort));
  const byPort = new Map<string, Endpoint[]>();
  for (const one of wanted) byPort.set(hexPort(one.port), [...(byPort.get(hexPort(one.port)) ?? []), one]);
  return table.split('\n').flatMap((line) => {
    const [, address = '', port = '', remote = '', inode = '0'] = ROW.exec(line) ?? [];
    if (inode === '0' || !servers.has(remote)) return [];
    const endpoint = byPort.get(port)?.find((one) => isAt(one.address, address));
    return endpoint ? [[`socket:[${inode}]`, endpoint.key]] : [];
  });
}

function hexPort(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}

/** IPv4 stands there byte by byte from the end, also mapped into IPv6; of IPv6 the port alone is compared. */
function isAt(address: string, hex: string): boolean {
  if (address.includes(':')) return hex.length === 32 && !hex.startsWith(MAPPED);
  const bytes = address.split('.').map((byte) => Number(byte).toString(16).toUpperCase().padStart(2, '0'));
  return hex === bytes.reverse().join('') || hex === `${MAPPED}${bytes.join('')}`;
}
