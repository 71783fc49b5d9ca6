// The rules by which a request finds its instance, compiled: the first that fits decides, and a thousand cost what one costs (fleet.md 2).
import { putWithin } from '../bounded.ts';
import { type AddressTrie, createAddressTrie } from './address-trie.ts';
import { clientAddress, type Request } from './request.ts';

/** What the rules look at in a request, beside the port that it came in on. */
export type Arrival = Pick<Request, 'client' | 'host' | 'target' | 'forwardedFor'>;

export type RouteRule = { instance: string } & (
  | { kind: 'port'; port: number }
  /** A client's address, or a block of them: `10.0.3.0/24`. */
  | { kind: 'address'; block: string }
  /** The first label of the Host header, in any case. */
  | { kind: 'host'; label: string }
  /** A target that begins with `/node/NAME/`. */
  | { kind: 'prefix'; name: string }
);

/** The name of the instance that a request asks; undefined where no rule fits. */
export type RouteMatcher = (arrival: Arrival, localPort: number) => string | undefined;

const NONE = Number.POSITIVE_INFINITY;
/** Clients whose rule is remembered. */
const REMEMBERED = 10_000;

/** `proxies` are addresses and blocks of peers whose first X-Forwarded-For is the client. */
export function compileRules(rules: readonly RouteRule[], proxies: readonly string[] = []): RouteMatcher {
  const ports = new Map<number, number>();
  const labels = new Map<string, number>();
  const names = new Map<string, number>();
  const addresses = createAddressRules();
  const trusted = createAddressTrie();
  for (const proxy of proxies) trusted.add(proxy, 0);
  for (const [i, rule] of rules.entries()) {
    if (rule.kind === 'port') putFirst(ports, rule.port, i);
    else if (rule.kind === 'host') putFirst(labels, rule.label.toLowerCase(), i);
    else if (rule.kind === 'prefix') putFirst(names, rule.name, i);
    else addresses.add(rule.block, i);
  }
  return (arrival, localPort) => {
    const client = proxies.length === 0 ? arrival.client : forwardedClient(arrival, trusted);
    const first = Math.min(
      ports.get(localPort) ?? NONE,
      addresses.first(client),
      labels.size === 0 ? NONE : (labels.get(hostLabel(arrival.host)) ?? NONE),
      names.size === 0 ? NONE : (names.get(prefixName(arrival.target)) ?? NONE),
    );
    return rules[first]?.instance;
  };
}

function putFirst<K>(map: Map<K, number>, key: K, rule: number): void {
  if (!map.has(key)) map.set(key, rule);
}

/** The same with what is no address, such as one with a zone, compared as it is written. Clients ask again, so each is looked up once. */
function createAddressRules(): Pick<AddressTrie, 'first'> & { add: (block: string, rule: number) => void } {
  const trie = createAddressTrie();
  const written = new Map<string, number>();
  const known = new Map<string, number>();
  return {
    add(block, rule) {
      if (!trie.add(block, rule)) putFirst(written, block, rule);
    },
    first(client) {
      const before = known.get(client);
      if (before !== undefined) return before;
      return putWithin(known, REMEMBERED, client, Math.min(trie.first(client), written.get(client) ?? NONE));
    },
  };
}

function forwardedClient({ client, forwardedFor }: Arrival, trusted: AddressTrie): string {
  if (forwardedFor === undefined || trusted.first(client) === NONE) return client;
  return clientAddress(forwardedFor.split(',', 1)[0]?.trim() ?? '');
}

/** `web-1` of `web-1.localhost:1338`; nothing of an address. */
function hostLabel(host: string | undefined): string {
  const name = host?.split(':', 1)[0] ?? '';
  return /^[\d.]*$/.test(name) ? '' : (name.split('.', 1)[0] ?? '').toLowerCase();
}

/** `web-1` of `/node/web-1/latest/`. */
function prefixName(target: string): string {
  return /^\/node\/([^/]+)\//.exec(target)?.[1] ?? '';
}
