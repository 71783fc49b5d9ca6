// A request as the core sees it, taken from whatever carried it.
import type { Admits } from '../ec2/host-rule.ts';

export type Request = {
  /** The address of who asks (behaviour.md, Clients). */
  client: string;
  /** The instance that Metadeck itself asks, where it does: then it takes no place, makes no sighting and is no client. */
  own: { instance: string } | false;
  method: string;
  /** As in the request line. */
  target: string;
  host: string | undefined;
  origin: string | undefined;
  fetchSite: string | undefined;
  forwardedFor: string | undefined;
  token: string | undefined;
  tokenTtl: string | undefined;
  /** Network hops to the client: 1 on this host, 2 elsewhere (imds.md 6). */
  hops: number;
  /** True when it came to fd00:ec2::254, the service's own IPv6 address. */
  atServiceIpv6: boolean;
  /** What the settings allow beyond the host rule. */
  admits: Admits;
};

/**
 * The client behind a socket's address: `::ffff:a.b.c.d` is `a.b.c.d`, `::1` is `127.0.0.1`; other loopback addresses
 * are clients of their own (behaviour.md, Clients).
 */
export function clientAddress(address: string): string {
  if (address === '::1') return '127.0.0.1';
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}

/** What a preview asks of an instance: a path of the service, from a client, or from Metadeck itself where none is named. */
type Previewed = {
  instance: string;
  target: string;
  client: string | undefined;
  token: string | undefined;
  hops: number;
};

/** The request that a client would send for a preview: a GET on this host with nothing but a token. */
export function previewRequest({ instance, target, client, token, hops }: Previewed): Request {
  return {
    client: clientAddress(client ?? ''),
    own: client === undefined && { instance },
    method: 'GET',
    target,
    host: undefined,
    origin: undefined,
    fetchSite: undefined,
    forwardedFor: undefined,
    token,
    tokenTtl: undefined,
    hops,
    atServiceIpv6: false,
    admits: { allows: () => false, webPages: false },
  };
}
