// The cell that holds the world: one stack of 100 steps, each with a title (behaviour.md, Edits).
import { describe, expect, test, vi } from 'vitest';
import { presetInstance } from '../app/metadata/presets/presets.ts';
import type { World } from '../app/world/world.ts';
import { createWorldStore } from './world-store.ts';

const LIMIT = 100;

/** Worlds that differ in when they were made. */
function world(seconds: number): World {
  return { version: 1, instances: [presetInstance('spot', seconds * 1000)], routing: [] };
}

function changed(count: number) {
  const store = createWorldStore(world(0));
  for (let i = 1; i <= count; i++) store.change(`step ${i}`, world(i));
  return store;
}

function at(store: ReturnType<typeof changed>): number {
  return (store.world().instances[0]?.createdAt ?? -1) / 1000;
}

describe('undo and redo', () => {
  test('go back and forth, step by step, by title', () => {
    const store = changed(2);
    expect(store.titles()).toEqual({ undo: 'step 2', redo: null });
    expect([store.undo(), at(store), store.titles()]).toEqual(['step 2', 1, { undo: 'step 1', redo: 'step 2' }]);
    expect([store.undo(), at(store), store.titles()]).toEqual(['step 1', 0, { undo: null, redo: 'step 1' }]);
    expect([store.redo(), at(store)]).toEqual(['step 1', 1]);
    expect([store.redo(), at(store), store.titles()]).toEqual(['step 2', 2, { undo: 'step 2', redo: null }]);
  });

  test('end where there is nothing', () => {
    const store = changed(0);
    expect([store.undo(), store.redo(), store.revision()]).toEqual([undefined, undefined, 0]);
  });

  test('a change after an undo takes what could be redone', () => {
    const store = changed(2);
    store.undo();
    store.change('another', world(9));
    expect([store.titles(), store.redo()]).toEqual([{ undo: 'another', redo: null }, undefined]);
  });

  test('a hundred steps are kept', () => {
    const store = changed(LIMIT + 5);
    let undone = 0;
    while (store.undo() !== undefined) undone += 1;
    expect([undone, at(store)]).toEqual([LIMIT, 5]);
    while (store.redo() !== undefined) undone -= 1;
    expect([undone, at(store)]).toEqual([0, LIMIT + 5]);
  });
});

test('a change to the same world is none', () => {
  const store = changed(0);
  store.change('nothing', store.world());
  expect([store.revision(), store.titles()]).toEqual([0, { undo: null, redo: null }]);
});

test('each change, undo and redo is a revision, and is heard until one stops listening', () => {
  const store = changed(0);
  const heard = vi.fn<() => void>();
  const stop = store.subscribe(heard);
  store.change('a', world(1));
  store.undo();
  store.redo();
  stop();
  store.undo();
  expect([heard.mock.calls.length, store.revision()]).toEqual([3, 4]);
});
