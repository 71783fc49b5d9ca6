// Invented letters: of the alphabet, of the length, the same for the same seed.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HEX, invented } from './invented.ts';

test('always as many letters of the alphabet as asked for, and the same again', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 64 }), (seed, length) => {
      const text = invented(seed, HEX, length);
      expect(text).toMatch(new RegExp(`^[0-9a-f]{${length}}$`));
      expect(invented(seed, HEX, length)).toBe(text);
    }),
  );
});

test('seeds that differ in one letter give other letters', () => {
  const texts = Array.from({ length: 1000 }, (_, index) => invented(`seed ${index}`, HEX, 17));
  expect(new Set(texts).size).toBe(1000);
});
