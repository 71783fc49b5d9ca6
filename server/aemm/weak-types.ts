// Values as AEMM takes them, weakly typed: "10" for 10, "true" for true, `a,b` for a list.
import { readBool, readInt } from './flag-values.ts';
import type { KnownKey } from './known-keys.ts';
import type { Leaf } from './tree.ts';

export type Typed = { ok: true; value: unknown } | { ok: false; problem: string };

export function typed({ kind, key }: KnownKey, leaf: Leaf): Typed {
  if (kind === 'list') return typedList(leaf);
  if (typeof leaf === 'object') return wrong(key, kind, 'a list');
  if (kind === 'int') return typedInt(key, leaf);
  if (kind === 'bool') return typedBool(key, leaf);
  return { ok: true, value: String(leaf) };
}

const WORDS = { string: 'text', int: 'a whole number', bool: 'true or false' } as const;

function wrong(key: string, kind: keyof typeof WORDS, given: string): Typed {
  return { ok: false, problem: `${key} must be ${WORDS[kind]}, not ${given}` };
}

function typedInt(key: string, leaf: string | number | boolean): Typed {
  if (typeof leaf === 'boolean') return { ok: true, value: leaf ? 1 : 0 };
  if (typeof leaf === 'number') {
    return Number.isInteger(leaf) ? { ok: true, value: leaf } : wrong(key, 'int', String(leaf));
  }
  const read = readInt(leaf === '' ? '0' : leaf);
  return read.ok ? { ok: true, value: read.value } : wrong(key, 'int', JSON.stringify(leaf));
}

function typedBool(key: string, leaf: string | number | boolean): Typed {
  if (typeof leaf === 'boolean') return { ok: true, value: leaf };
  if (typeof leaf === 'number') return { ok: true, value: leaf !== 0 };
  const read = readBool(leaf === '' ? 'false' : leaf);
  return read.ok ? { ok: true, value: read.value } : wrong(key, 'bool', JSON.stringify(leaf));
}

function typedList(leaf: Leaf): Typed {
  if (leaf === null) return { ok: true, value: null };
  if (typeof leaf === 'object') return { ok: true, value: leaf.map(String) };
  const text = String(leaf);
  return { ok: true, value: text === '' ? [] : text.split(',') };
}
