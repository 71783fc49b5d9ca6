// Values as AEMM takes them, weakly typed: "10" for 10, "true" for true, `a,b` for a list.
import { MAX_KEYS, MAX_PATH, MAX_TEXT } from '../../app/aemm/bounds.ts';
import { readBool, readInt } from './flag-values.ts';
import type { KnownKey } from './known-keys.ts';
import type { Leaf } from './tree.ts';

export type Typed = { ok: true; value: unknown } | { ok: false; problem: string };

/** What a setting is to hold, within the bounds of a world (app/aemm/bounds.ts); or what is wrong with what was given. */
export function typed({ kind, key }: KnownKey, leaf: Leaf): Typed {
  if (kind === 'list') return typedList(key, leaf);
  if (typeof leaf === 'object') return wrong(key, kind, 'a list');
  if (kind === 'int') return typedInt(key, leaf);
  if (kind === 'bool') return typedBool(key, leaf);
  return typedText(key, String(leaf));
}

/** The longest text that a key takes, in characters. */
function longest(key: string): number {
  return /^(metadata|dynamic|userdata)\.paths\./.test(key) ? MAX_PATH : MAX_TEXT;
}

function typedText(key: string, text: string): Typed {
  const most = longest(key);
  return text.length <= most
    ? { ok: true, value: text }
    : { ok: false, problem: `${key} has at most ${most} characters; this has ${text.length}` };
}

const WORDS = { string: 'text', int: 'a whole number', bool: 'true or false' } as const;

function wrong(key: string, kind: keyof typeof WORDS, given: string): Typed {
  return { ok: false, problem: `${key} must be ${WORDS[kind]}, not ${given}` };
}

function typedInt(key: string, leaf: string | number | boolean): Typed {
  if (typeof leaf === 'boolean') return { ok: true, value: leaf ? 1 : 0 };
  if (typeof leaf === 'number') {
    return Number.isSafeInteger(leaf) ? { ok: true, value: leaf } : wrong(key, 'int', String(leaf));
  }
  const read = readInt(leaf === '' ? '0' : leaf);
  return read.ok && Number.isSafeInteger(read.value)
    ? { ok: true, value: read.value }
    : wrong(key, 'int', JSON.stringify(leaf));
}

function typedBool(key: string, leaf: string | number | boolean): Typed {
  if (typeof leaf === 'boolean') return { ok: true, value: leaf };
  if (typeof leaf === 'number') return { ok: true, value: leaf !== 0 };
  const read = readBool(leaf === '' ? 'false' : leaf);
  return read.ok ? { ok: true, value: read.value } : wrong(key, 'bool', JSON.stringify(leaf));
}

function typedList(key: string, leaf: Leaf): Typed {
  if (leaf === null) return { ok: true, value: null };
  const items = itemsOf(leaf);
  if (items.length > MAX_KEYS)
    return { ok: false, problem: `${key} has at most ${MAX_KEYS} items; this has ${items.length}` };
  const tooLong = items.find((item) => item.length > MAX_TEXT);
  return tooLong === undefined ? { ok: true, value: items } : typedText(key, tooLong);
}

function itemsOf(leaf: NonNullable<Leaf>): string[] {
  if (typeof leaf === 'object') return leaf.map(String);
  const text = String(leaf);
  return text === '' ? [] : text.split(',');
}
