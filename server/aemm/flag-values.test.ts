// Whole numbers and words for true and false, as Go's strconv reads them.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBool, readInt } from './flag-values.ts';

test.each([
  ['0', 0],
  ['-1', -1],
  ['+7', 7],
  ['1_000', 1000],
  ['0x10', 16],
  ['-0X1f', -31],
  ['010', 8],
  ['0o17', 15],
  ['0b101', 5],
  ['9223372036854775807', 2 ** 63],
])('%s is %d', (text, value) => {
  expect(readInt(text)).toEqual({ ok: true, value });
});

test.each(['', '-', '1.5', '1e3', 'two', ' 1', '08', '0x', '1__0', '--1'])('%j is no whole number', (text) => {
  expect(readInt(text)).toEqual({ ok: false, problem: 'invalid syntax' });
});

test.each(['9223372036854775808', '-9223372036854775809'])('%s is out of range', (text) => {
  expect(readInt(text)).toEqual({ ok: false, problem: 'value out of range' });
});

test('every whole number that can be written exactly is read as itself', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(readInt(String(value))).toEqual({ ok: true, value });
    }),
  );
});

test.each([
  ['1', true],
  ['t', true],
  ['T', true],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['0', false],
  ['f', false],
  ['F', false],
  ['false', false],
  ['False', false],
  ['FALSE', false],
])('%s is %s', (text, value) => {
  expect(readBool(text)).toEqual({ ok: true, value });
});

test.each(['', 'yes', 'on', 'tRUE', '2'])('%j is neither true nor false', (text) => {
  expect(readBool(text)).toEqual({ ok: false, problem: 'invalid syntax' });
});
