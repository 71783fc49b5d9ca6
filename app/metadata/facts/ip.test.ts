// What lies in what, for both families.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, liesIn, longCidrv6, properBlock, rangeOf, shortestCidrv6, shortestIpv6 } from './ip.ts';

test.each([
  ['10.0.12.34', '10.0.0.0/20', true],
  ['10.0.16.0', '10.0.0.0/20', false],
  ['10.0.15.255', '10.0.0.0/20', true],
  ['255.255.255.255', '0.0.0.0/0', true],
  ['10.0.0.0/20', '10.0.0.0/16', true],
  ['10.0.0.0/16', '10.0.0.0/20', false],
  ['2001:db8:8:4::2', '2001:db8:8:4:0:0:0:0/64', true],
  ['2001:db8:8:5::2', '2001:db8:8:4::/64', false],
  ['2001:db8:8:4::/64', '2001:db8:8::/56', true],
  ['::ffff:10.0.0.1', '::ffff:10.0.0.0/104', true],
  ['10.0.0.1', '::/0', false],
  ['300.0.0.1', '0.0.0.0/0', false],
  ['1::2::3', '::/0', false],
  ['1:2:3', '::/0', false],
  ['10.0.0.1', '10.0.0.0/33', false],
])('%s in %s: %s', (inner, block, expected) => {
  expect(liesIn(inner, block)).toBe(expected);
});

test.each([
  ['10.0.0.0/20', undefined],
  ['10.0.12.0/20', '10.0.0.0/20'],
  ['2001:db8:8:4::/64', undefined],
  ['2001:db8:8:4::1/64', '2001:db8:8:4:0:0:0:0/64'],
  ['no block', undefined],
])('%s is properly written %s', (given, expected) => {
  expect(properBlock(given)).toBe(expected);
});

test.each([
  ['10.0.0.0/20', '10.0.0.0', '10.0.15.255', '10.0.0.10'],
  ['10.0.0.8/30', '10.0.0.8', '10.0.0.11', '10.0.0.11'],
  ['2001:db8::/126', '2001:db8:0:0:0:0:0:0', '2001:db8:0:0:0:0:0:3', '2001:db8:0:0:0:0:0:3'],
  ['no block', 'no block', 'no block', 'no block'],
])('%s goes from %s to %s', (block, first, last, hint) => {
  expect(rangeOf(block)).toEqual({ first, last, example: hint });
});

test('two spellings of an address have one canonical form, and what is no address stays', () => {
  expect(canonical('2001:DB8::2')).toBe(canonical('2001:db8:0:0:0:0:0:2'));
  expect(canonical('not an address')).toBe('not an address');
});

test('every address lies in the block of its own, and in the whole', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
      const [own, all] = address.includes(':') ? ['128', '::/0'] : ['32', '0.0.0.0/0'];
      expect(liesIn(address, `${address}/${own}`)).toBe(true);
      expect(liesIn(address, all)).toBe(true);
      expect(canonical(canonical(address))).toBe(canonical(address));
    }),
  );
});

test.each([
  ['2001:0DB8:0000:0000:0000:0000:0002:0001', '2001:db8::2:1'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
  ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['10:0:0:1:100:0:0:1', '10::1:100:0:0:1'],
  ['0:0:0:0:0:0:0:0', '::'],
  ['0:0:0:0:0:0:0:1', '::1'],
  ['1:0:0:0:0:0:0:0', '1::'],
  ['FE80::0:A', 'fe80::a'],
  ['::ffff:c000:0280', '::ffff:192.0.2.128'],
  ['no address', 'no address'],
])('%s is in short %s (RFC 5952)', (given, short) => {
  expect(shortestIpv6(given)).toBe(short);
  expect(shortestIpv6(short)).toBe(short);
});

test('the shortest form is the same address', () => {
  const group = fc.oneof(
    fc.constant('0'),
    fc.integer({ min: 0, max: 0xffff }).map((one) => one.toString(16)),
  );
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      const address = groups.join(':');
      expect(canonical(shortestIpv6(address))).toBe(address);
    }),
  );
});

test('a block has all its groups, a prefix as few as can be', () => {
  expect(longCidrv6('2001:DB8::/32')).toBe('2001:db8:0:0:0:0:0:0/32');
  expect(shortestCidrv6('2001:DB8:1:2:3:0:0:0/80')).toBe('2001:db8:1:2:3::/80');
  expect(longCidrv6('no block')).toBe('no block');
});
