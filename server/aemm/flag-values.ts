// The values that flags take, read as Go reads them: whole numbers of 64 bits in any of its forms, and words for true and false.

export type FlagReading<T> = { ok: true; value: T } | { ok: false; problem: 'invalid syntax' | 'value out of range' };

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);
const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);

export function readBool(text: string): FlagReading<boolean> {
  if (TRUE.has(text)) return { ok: true, value: true };
  return FALSE.has(text) ? { ok: true, value: false } : { ok: false, problem: 'invalid syntax' };
}

const INTEGER = /^([+-]?)(0x[\da-f]+(?:_[\da-f]+)*|0b[01]+(?:_[01]+)*|0o?[0-7]+(?:_[0-7]+)*|0|[1-9]\d*(?:_\d+)*)$/i;

/** `-1`, `0x10`, `010` (octal), `1_000`. Beyond 2^53 the nearest number that there is. */
export function readInt(text: string): FlagReading<number> {
  const match = INTEGER.exec(text);
  if (match === null) return { ok: false, problem: 'invalid syntax' };
  const digits = (match[2] ?? '').replaceAll('_', '').replace(/^0(?=[0-7])/, '0o');
  const value = BigInt(digits) * (match[1] === '-' ? -1n : 1n);
  if (value > MAX_INT64 || value < MIN_INT64) return { ok: false, problem: 'value out of range' };
  return { ok: true, value: Number(value) };
}
