// Acts one after another: none begins before the one ahead of it has ended.
import { expect, test } from 'vitest';
import { createTurns } from './in-turn.ts';

test('an act waits for the one before it, and answers its own', async () => {
  const inTurn = createTurns();
  const steps: string[] = [];
  const act = (name: string) => async () => {
    steps.push(`${name} begins`);
    await Promise.resolve();
    steps.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([inTurn(act('first')), inTurn(act('second'))])).toEqual(['first', 'second']);
  expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('one that fails holds up nobody', async () => {
  const inTurn = createTurns();
  const failing = inTurn(() => Promise.reject(new Error('no')));
  const next = inTurn(() => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
