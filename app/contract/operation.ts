// The shape of one entry in the contract.
import * as z from 'zod';

export type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for a part of the path that is input. */
  path: `/v1/${string}`;
  /** Body, query and path parts together, as one object. */
  input: z.ZodType;
  output: z.ZodType;
  /** One line of documentation. */
  doc: string;
};

/** Keeps the exact types of an entry. */
export function operation<const O extends Operation>(entry: O): O {
  return entry;
}

/** A moment: ISO 8601 in UTC when answered, any RFC 3339 when given. */
export const moment = z.iso.datetime({ offset: true });

const POSITIVE = /^[1-9]\d{0,14}$/;
const WHOLE = /^\d{1,15}$/;

/** A whole number of 0 or more, also as the text that a query string carries. */
export function wholeNumber(min: number, max: number) {
  const limits = z.number().int().min(min).max(max);
  const text = z
    .string()
    .regex(min > 0 ? POSITIVE : WHOLE, `A whole number from ${min} to ${max} is needed.`)
    .transform(Number);
  return z.union([limits, text.pipe(limits)]);
}

/** Which instance is meant: its name; without it, the first one. */
export const instanceField = { instance: z.string().min(1).max(64).optional() };

export const noInput = z.strictObject({});
export const instanceOnly = z.strictObject(instanceField);

export function listOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item) });
}
