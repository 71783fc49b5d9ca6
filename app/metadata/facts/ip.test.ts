// What lies in what, for both families.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, liesIn, properBlock, rangeOf } from './ip.ts';

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
