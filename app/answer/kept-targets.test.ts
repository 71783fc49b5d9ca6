// What a target says is worked out once, for a bounded number of targets.
import { expect, test, vi } from 'vitest';
import { keepTargets } from './kept-targets.ts';

function counted() {
  const read = vi.fn<(target: string) => string>((target) => target.toUpperCase());
  return { read, kept: keepTargets(read) };
}

test('once, and the same after', () => {
  const { read, kept } = counted();
  expect([kept('/a'), kept('/b'), kept('/a')]).toEqual(['/A', '/B', '/A']);
  expect(read).toHaveBeenCalledTimes(2);
});

test('again each time for one that is longer than clients send', () => {
  const { read, kept } = counted();
  const long = `/${'a'.repeat(256)}`;
  expect([kept(long), kept(long)]).toEqual([long.toUpperCase(), long.toUpperCase()]);
  expect(read).toHaveBeenCalledTimes(2);
});

test('all are forgotten when there are too many', () => {
  const { read, kept } = counted();
  for (let i = 0; i <= 2000; i += 1) kept(`/${i}`);
  kept('/2000');
  expect(read).toHaveBeenCalledTimes(2001);
  kept('/0');
  expect(read).toHaveBeenCalledTimes(2002);
});
