// One field of an input, written as one word by somebody who need not know its type.
import type * as z from 'zod';
import type { Result } from '../result.ts';
import { readInput } from './issues.ts';

/**
 * An object with that one field. The word is a text where the field is one, otherwise JSON, otherwise a list with commas;
 * `null` is null where there may be none. What is of the right type but wrong in another way is refused as what was meant.
 */
export function readField<T extends z.ZodType>(schema: T, field: string, word: string): Result<z.output<T>> {
  const readings = readingsOf(word).map((value) => ({ [field]: value }));
  return readInput(schema, readings.find((one) => isOfItsType(schema, one)) ?? readings[0]);
}

function readingsOf(word: string): unknown[] {
  const list = word === '' ? [] : word.split(',').map((one) => one.trim());
  const json = parsed(word);
  if (json === undefined) return [word, list];
  return json === null ? [null, word] : [word, json, list];
}

function parsed(word: string): unknown {
  try {
    return JSON.parse(word);
  } catch {
    return undefined;
  }
}

const WRONG_TYPE: ReadonlySet<string> = new Set(['invalid_type', 'invalid_union']);

function isOfItsType(schema: z.ZodType, value: object): boolean {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return !issues.some(({ code, path }) => path.length === 1 && WRONG_TYPE.has(code));
}
