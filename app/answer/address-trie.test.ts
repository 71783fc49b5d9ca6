// Addresses and blocks of both kinds: the lowest number of those that fit.
import { describe, expect, test } from 'vitest';
import { createAddressTrie } from './address-trie.ts';

function first(blocks: readonly string[], address: string): number {
  const trie = createAddressTrie();
  for (const [i, block] of blocks.entries()) trie.add(block, i);
  return trie.first(address);
}

const NONE = Number.POSITIVE_INFINITY;

describe('what fits', () => {
  test.each<[string, string[], string, number]>([
    ['an address', ['10.0.0.7'], '10.0.0.7', 0],
    ['not its neighbour', ['10.0.0.7'], '10.0.0.8', NONE],
    ['an address in a block', ['10.0.3.0/24'], '10.0.3.255', 0],
    ['not the one after it', ['10.0.3.0/24'], '10.0.4.0', NONE],
    ['a block with bits beyond its length', ['10.0.3.77/24'], '10.0.3.1', 0],
    ['the first, though the second is narrower', ['10.0.0.0/8', '10.0.0.7'], '10.0.0.7', 0],
    ['the first, though the second is wider', ['10.0.0.7', '10.0.0.0/8'], '10.0.0.7', 0],
    ['the wider, where the narrower does not', ['10.0.0.7', '10.0.0.0/8'], '10.0.0.8', 1],
    ['the first of two equal ones', ['10.0.0.7', '10.0.0.7'], '10.0.0.7', 0],
    ['every IPv4 address', ['0.0.0.0/0'], '203.0.113.9', 0],
    ['no IPv6 address with that', ['0.0.0.0/0'], 'fd00::1', NONE],
    ['every IPv6 address', ['::/0'], 'fd00::1', 0],
    ['the highest bit', ['128.0.0.0/1'], '255.255.255.255', 0],
    ['not without it', ['128.0.0.0/1'], '127.255.255.255', NONE],
    ['an IPv6 address', ['2001:db8::7'], '2001:db8::7', 0],
    ['in another spelling', ['2001:0DB8:0:0:0:0:0:7'], '2001:db8::7', 0],
    ['in a block', ['2001:db8:0:3::/64'], '2001:db8:0:3:ffff::1', 0],
    ['not outside of it', ['2001:db8:0:3::/64'], '2001:db8:0:4::1', NONE],
    ['on whichever link', ['fe80::/10'], 'fe80::1%eth0', 0],
    ['IPv4 mapped into IPv6', ['::ffff:127.0.0.3'], '127.0.0.3', 0],
    ['the same in hexadecimal', ['::ffff:7f00:3'], '127.0.0.3', 0],
    ['a mapped block', ['::ffff:10.0.0.0/104'], '10.9.9.9', 0],
    ['::1, which is 127.0.0.1', ['::1'], '127.0.0.1', 0],
    ['a client that is no address', ['0.0.0.0/0'], '', NONE],
  ])('%s', (_name, blocks, address, expected) => {
    expect(first(blocks, address)).toBe(expected);
  });
});

test.each([
  '',
  'web-1',
  '10.0.0',
  '10.0.0.256',
  '10.0.0.0/33',
  '10.0.0.0/',
  '::/129',
  '10.0.0.0/8/8',
  ':::',
  'fe80::1%eth0',
])('%j is neither an address nor a block', (text) => {
  expect(createAddressTrie().add(text, 0)).toBe(false);
});
