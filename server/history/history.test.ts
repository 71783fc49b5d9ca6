// The stack of what people did: a hundred steps, each with a title, some for a while only.
import { describe, expect, test, vi } from 'vitest';
import { createHistory, type TakeBack } from './history.ts';

const LIMIT = 100;

/** A number that is set from step to step, on a clock that is moved by hand. */
function counted(count: number) {
  const at = { value: 0, now: 1000 };
  const history = createHistory(() => at.now);
  const set = (value: number): TakeBack => {
    const before = at.value;
    at.value = value;
    return () => set(before);
  };
  const did = (title: string, value: number, more: { on?: string; lastsMs?: number } = {}) =>
    history.did({ title, takeBack: set(value), ...more });
  for (let i = 1; i <= count; i++) did(`step ${i}`, i);
  return { at, history, did };
}

describe('undo and redo', () => {
  test('go back and forth, step by step, by title', () => {
    const { history, at } = counted(2);
    expect(history.titles()).toEqual({ undo: 'step 2', redo: null });
    expect([history.undo(), at.value, history.titles()]).toEqual(['step 2', 1, { undo: 'step 1', redo: 'step 2' }]);
    expect([history.undo(), at.value, history.titles()]).toEqual(['step 1', 0, { undo: null, redo: 'step 1' }]);
    expect([history.redo(), at.value]).toEqual(['step 1', 1]);
    expect([history.redo(), at.value, history.titles()]).toEqual(['step 2', 2, { undo: 'step 2', redo: null }]);
  });

  test('end where there is nothing', () => {
    const { history } = counted(0);
    expect([history.undo(), history.redo(), history.revision()]).toEqual([undefined, undefined, 0]);
  });

  test('a deed after an undo takes what could be redone', () => {
    const { history, did } = counted(2);
    history.undo();
    did('another', 9);
    expect([history.titles(), history.redo()]).toEqual([{ undo: 'another', redo: null }, undefined]);
  });

  test('a hundred steps are kept', () => {
    const { history, at } = counted(LIMIT + 5);
    let undone = 0;
    while (history.undo() !== undefined) undone += 1;
    expect([undone, at.value]).toEqual([LIMIT, 5]);
    while (history.redo() !== undefined) undone -= 1;
    expect([undone, at.value]).toEqual([0, LIMIT + 5]);
  });
});

describe('a step that lasts for a while', () => {
  test('is gone when that is over, and the one before it is next', () => {
    const { history, at, did } = counted(1);
    did('for a while', 7, { lastsMs: 10_000 });
    expect(history.nextEnd()).toBe(at.now + 10_000);
    at.now += 9_999;
    expect(history.titles().undo).toBe('for a while');
    at.now += 1;
    expect([history.titles().undo, history.nextEnd()]).toEqual(['step 1', Number.POSITIVE_INFINITY]);
    expect([history.undo(), at.value]).toEqual(['step 1', 0]);
  });

  test('can be brought back for as long after it was undone', () => {
    const { history, at, did } = counted(0);
    did('for a while', 7, { lastsMs: 10_000 });
    at.now += 9_000;
    history.undo();
    at.now += 9_000;
    expect([history.redo(), at.value]).toEqual(['for a while', 7]);
    at.now += 9_000;
    expect([history.undo(), at.value]).toEqual(['for a while', 0]);
    at.now += 10_000;
    expect([history.redo(), history.titles()]).toEqual([undefined, { undo: null, redo: null }]);
  });
});

test('a title ends in the instance; without one it means the first', () => {
  const { history, did } = counted(0);
  did('edited', 1, { on: 'web-2' });
  expect(history.titles().undo).toBe('edited on web-2');
  expect(history.isNext('undo', 'edited on web-2', 'web-1')).toBe(true);
  expect(history.isNext('undo', 'edited', 'web-2')).toBe(true);
  expect(history.isNext('undo', 'edited', 'web-1')).toBe(false);
  expect(history.isNext('redo', 'edited', 'web-2')).toBe(false);
});

test('each deed, undo and redo is a revision, and is heard', () => {
  const { history, did } = counted(0);
  const heard = vi.fn<() => void>();
  history.subscribe(heard);
  did('a', 1);
  history.undo();
  history.redo();
  expect([heard.mock.calls.length, history.revision()]).toEqual([3, 3]);
});
