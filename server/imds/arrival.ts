// Where a request came from and to, as far as the metadata options ask: hops from the client, and the service's own IPv6 address (imds.md 6).
import type { Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { clientAddress } from '../../app/answer/request.ts';
import { hopsSaid } from '../../app/world/hops.ts';
import type { World } from '../../app/world/world.ts';

const SERVICE_IPV6 = 'fd00:ec2::254';
/** Addresses come and go with networks; they are looked up this often at the most. */
const REFRESH_MS = 5000;
const ON_THIS_HOST = 1;
const ELSEWHERE = 2;

let own: ReadonlySet<string> = new Set();
let readAt = Number.NEGATIVE_INFINITY;

/** What somebody said of a client, or else how far its address is. */
export function hopsOf(world: Pick<World, 'hops'>, client: string): number {
  return hopsSaid(world, client) ?? hopsFrom(client);
}

/** 1 from an address of this host, 2 from any other. */
export function hopsFrom(address: string): number {
  const client = clientAddress(address);
  const isOwn = client.startsWith('127.') || ownAddresses().has(withoutZone(client));
  return isOwn ? ON_THIS_HOST : ELSEWHERE;
}

export function isAtServiceIpv6(socket: Socket): boolean {
  return socket.localAddress === SERVICE_IPV6;
}

function ownAddresses(): ReadonlySet<string> {
  const now = performance.now();
  if (now - readAt < REFRESH_MS) return own;
  readAt = now;
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  own = new Set(all.map(({ address }) => withoutZone(address)));
  return own;
}

/** `fe80::1%eth0` is `fe80::1`. */
function withoutZone(address: string): string {
  return address.split('%', 1)[0] ?? address;
}
