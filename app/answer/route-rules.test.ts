// Which rule decides, for each kind, and that a thousand rules are not gone through (fleet.md 2 and 7).
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liesIn } from '../metadata/facts/ip.ts';
import { requestOf } from '../service.example.ts';
import { compileRules, type RouteRule } from './route-rules.ts';
import type { Request } from './request.ts';

const BLOCK: RouteRule = { instance: 'block', kind: 'address', block: '10.0.3.0/24' };
const PORT: RouteRule = { instance: 'port', kind: 'port', port: 1401 };
const HOST: RouteRule = { instance: 'host', kind: 'host', label: 'web-1' };
const PREFIX: RouteRule = { instance: 'prefix', kind: 'prefix', name: 'web-1' };
const PROXIES = ['192.0.2.1', '198.51.100.0/24'];

type Came = Partial<Request> & { localPort?: number };

function routed(rules: readonly RouteRule[], { localPort = 1338, ...given }: Came, proxies: string[] = []) {
  return compileRules(rules, proxies)(requestOf(given), localPort);
}

describe('a rule of each kind', () => {
  test.each<[string, RouteRule, Came, boolean]>([
    ['a port', PORT, { localPort: 1401 }, true],
    ['another port', PORT, { localPort: 1402 }, false],
    ['an address in the block', BLOCK, { client: '10.0.3.9' }, true],
    ['one outside of it', BLOCK, { client: '10.0.4.9' }, false],
    ['a client that is written as the rule is', { ...BLOCK, block: 'fe80::1%eth0' }, { client: 'fe80::1%eth0' }, true],
    ['the same on another link', { ...BLOCK, block: 'fe80::1%eth0' }, { client: 'fe80::1%eth1' }, false],
    ['a label alone', HOST, { host: 'web-1' }, true],
    ['with a port', HOST, { host: 'web-1:1338' }, true],
    ['the first of several', HOST, { host: 'web-1.localhost:1338' }, true],
    ['in capitals', HOST, { host: 'WEB-1.localhost' }, true],
    ['the second of several', HOST, { host: 'localhost.web-1' }, false],
    ['no Host', HOST, { host: undefined }, false],
    ['an IPv4 address as Host', { ...HOST, label: '10' }, { host: '10.0.0.7:1338' }, false],
    ['an IPv6 address as Host', { ...HOST, label: '' }, { host: '[::1]:1338' }, false],
    ['a prefix', PREFIX, { target: '/node/web-1/latest/meta-data/' }, true],
    ['a longer name', PREFIX, { target: '/node/web-10/latest/' }, false],
    ['no slash after the name', PREFIX, { target: '/node/web-1' }, false],
    ['not at the beginning', PREFIX, { target: '/latest/node/web-1/' }, false],
  ])('%s', (_name, rule, came, fits) => {
    expect(routed([rule], came)).toBe(fits ? rule.instance : undefined);
  });
});

describe('the first that fits decides, whatever its kind', () => {
  const came = { localPort: 1401, client: '10.0.3.9', host: 'web-1', target: '/node/web-1/' };
  const ALL = [BLOCK, PORT, HOST, PREFIX];
  test.each(ALL)('$instance', (rule) => {
    const others = ALL.filter((one) => one !== rule);
    expect(routed([{ ...rule, instance: 'first' }, ...others], came)).toBe('first');
  });

  test('where the first does not fit, the second', () => {
    expect(routed([BLOCK, PORT], { localPort: 1401, client: '10.0.4.9' })).toBe('port');
  });

  test('of two for the same, the first', () => {
    expect(routed([PORT, { ...PORT, instance: 'later' }], { localPort: 1401 })).toBe('port');
  });
});

describe('a forwarded address', () => {
  test.each<[string, Came, string | undefined]>([
    ['of a proxy', { client: '192.0.2.1', forwardedFor: '10.0.3.9' }, 'block'],
    ['of one in a block of proxies', { client: '198.51.100.7', forwardedFor: '10.0.3.9' }, 'block'],
    ['the first of several', { client: '192.0.2.1', forwardedFor: ' 10.0.3.9 , 10.0.4.9' }, 'block'],
    ['not the second', { client: '192.0.2.1', forwardedFor: '10.0.4.9, 10.0.3.9' }, undefined],
    ['mapped into IPv6', { client: '192.0.2.1', forwardedFor: '::ffff:10.0.3.9' }, 'block'],
    ['of anybody else is not looked at', { client: '192.0.2.2', forwardedFor: '10.0.3.9' }, undefined],
    ['nor where the client itself fits', { client: '10.0.3.9', forwardedFor: '10.0.4.9' }, 'block'],
    ['none from a proxy', { client: '192.0.2.1' }, undefined],
  ])('%s', (_name, came, expected) => {
    expect(routed([BLOCK], came, PROXIES)).toBe(expected);
  });
});

const octet = fc.integer({ min: 0, max: 3 });
const ipv4 = fc.tuple(octet, octet).map(([a, b]) => `10.0.${a}.${b}`);
const ipv6 = fc.tuple(octet, octet).map(([a, b]) => `2001:db8::${a}:${b}`);
const block = fc.oneof(
  fc.oneof(ipv4, ipv6),
  fc.tuple(ipv4, fc.integer({ min: 20, max: 32 })).map(([base, length]) => `${base}/${length}`),
  fc.tuple(ipv6, fc.integer({ min: 90, max: 128 })).map(([base, length]) => `${base}/${length}`),
);
const anyRule: fc.Arbitrary<RouteRule> = fc.oneof(
  block.map((given) => ({ kind: 'address' as const, block: given, instance: '' })),
  octet.map((port) => ({ kind: 'port' as const, port, instance: '' })),
);

/** What the compiled rules must come to, one after the other. */
function fitsOne(rule: RouteRule, client: string, localPort: number): boolean {
  if (rule.kind === 'port') return rule.port === localPort;
  const whole = client.includes(':') ? 128 : 32;
  return rule.kind === 'address' && liesIn(client, rule.block.includes('/') ? rule.block : `${rule.block}/${whole}`);
}

test('always the first of the rules that fit, as if they were gone through', () => {
  const property = fc.property(fc.array(anyRule), fc.oneof(ipv4, ipv6), octet, (made, client, localPort) => {
    const rules = made.map((rule, i) => ({ ...rule, instance: `web-${i}` }));
    const expected = rules.find((rule) => fitsOne(rule, client, localPort))?.instance;
    expect(routed(rules, { client, localPort })).toBe(expected);
  });
  fc.assert(property, { numRuns: 500 });
});

/** How many rules are looked at for the last of so many, once they are compiled. */
function looks(count: number): number {
  let reads = 0;
  const rules = Array.from({ length: count }, (_, i) => ({
    kind: 'address' as const,
    block: `10.0.${i >> 8}.${i & 255}`,
    instance: `web-${i}`,
  }));
  const counted = new Proxy(rules, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  const match = compileRules(counted);
  reads = 0;
  const last = count - 1;
  expect(match(requestOf({ client: `10.0.${last >> 8}.${last & 255}` }), 1338)).toBe(`web-${last}`);
  return reads;
}

test('with 1,000 rules as many are looked at as with one', () => {
  expect([looks(1), looks(1000)]).toEqual([1, 1]);
});
