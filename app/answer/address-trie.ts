// Which rule fits an address first: blocks of IPv4 and IPv6 addresses in two tries, so that a look-up takes a step for each bit at the most.
import { type Block, parseBlock } from '../metadata/facts/ip.ts';
import { clientAddress } from './request.ts';

/** A node stands for a prefix; `rule` is the lowest number of those whose block is just that. */
type Node = { rule: number; zero?: Node; one?: Node };

export type AddressTrie = {
  /** An address, or a block such as `10.0.3.0/24`; false for what is neither. */
  add: (block: string, rule: number) => boolean;
  /** The lowest number of the rules that fit an address; Infinity where none does. */
  first: (address: string) => number;
};

const NONE = Number.POSITIVE_INFINITY;

export function createAddressTrie(): AddressTrie {
  const roots = { 32: emptyNode(), 128: emptyNode() };
  return {
    add(text, rule) {
      const block = blockOf(text);
      if (!block) return false;
      const node = nodeAt(roots[block.bits], wordsOf(block), block.length);
      node.rule = Math.min(node.rule, rule);
      return true;
    },
    first(address) {
      const block = blockOf(withoutZone(address));
      return block ? lowestAlong(roots[block.bits], wordsOf(block), block.length) : NONE;
    },
  };
}

function emptyNode(): Node {
  return { rule: NONE };
}

/** As clients are known: what is mapped into IPv6 is IPv4, and `::1` is 127.0.0.1 (behaviour.md, Clients). */
function blockOf(text: string): Block | undefined {
  const block = parseBlock(text.includes('/') ? text : wholeBlock(clientAddress(text)));
  if (!block || block.bits === 32 || block.length < MAPPED_BITS || block.first >> 32n !== MAPPED) return block;
  return { ...block, bits: 32, first: block.first & 0xffff_ffffn, length: block.length - MAPPED_BITS };
}

function wholeBlock(address: string): string {
  return `${address}/${address.includes(':') ? 128 : 32}`;
}

const MAPPED = 0xffffn;
const MAPPED_BITS = 96;

/** `fe80::1%eth0` is `fe80::1`, on whichever link. */
function withoutZone(address: string): string {
  return address.split('%', 1)[0] ?? address;
}

/** 32 bits each, the first ones first. */
function wordsOf({ bits, first }: Block): number[] {
  return Array.from({ length: bits / 32 }, (_, i) => Number((first >> BigInt(bits - 32 * (i + 1))) & 0xffff_ffffn));
}

function bitAt(words: readonly number[], i: number): boolean {
  return (((words[i >> 5] ?? 0) >>> (31 - (i & 31))) & 1) === 1;
}

function nodeAt(root: Node, words: readonly number[], length: number): Node {
  let node = root;
  for (let i = 0; i < length; i += 1) node = bitAt(words, i) ? (node.one ??= emptyNode()) : (node.zero ??= emptyNode());
  return node;
}

function lowestAlong(root: Node, words: readonly number[], length: number): number {
  let lowest = root.rule;
  let node: Node | undefined = root;
  for (let i = 0; i < length && node; i += 1) {
    node = bitAt(words, i) ? node.one : node.zero;
    lowest = Math.min(lowest, node?.rule ?? NONE);
  }
  return lowest;
}
