// The folders of the panel point one way: none is reached again from what it imports, over however many others.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const RENDERER = path.resolve(import.meta.dirname, '../renderer');
/** The table of what the commands do reaches every part, and belongs to the start, which alone imports it. */
const OF_THE_START = 'commands/run.ts';
const IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']+\.tsx?)'/g;

type Arrows = Map<string, Set<string>>;

function folderOf(file: string): string {
  return file === OF_THE_START ? '.' : path.posix.dirname(file);
}

function arrows(): Arrows {
  const found: Arrows = new Map();
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|example)\./.test(file));
  for (const file of files) {
    const from = folderOf(file);
    const targets = found.get(from) ?? new Set();
    found.set(from, targets);
    for (const [, specifier = ''] of readFileSync(path.join(RENDERER, file), 'utf8').matchAll(IMPORT)) {
      const to = folderOf(path.posix.join(path.posix.dirname(file), specifier));
      if (to !== from && !to.startsWith('..')) targets.add(to);
    }
  }
  return found;
}

/** The folders on a way from one back to itself; null where there is no such way. */
function wayBack(from: string, found: Arrows): string[] | null {
  const before = new Map<string, string>();
  const waiting = [from];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const next of found.get(folder) ?? []) {
      if (next === from) return wayTo(folder, from, before);
      if (before.has(next)) continue;
      before.set(next, folder);
      waiting.push(next);
    }
  }
  return null;
}

function wayTo(last: string, from: string, before: Map<string, string>): string[] {
  const way = [from];
  for (let folder = last; folder !== from; folder = before.get(folder) ?? from) way.unshift(folder);
  return [from, ...way];
}

test('a way back is found, over more than one folder', () => {
  const circle: Arrows = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c'])],
    ['c', new Set(['a'])],
    ['d', new Set(['a'])],
  ]);
  expect([wayBack('a', circle), wayBack('d', circle)]).toEqual([['a', 'b', 'c', 'a'], null]);
});

test('no folder of the panel is reached again from what it imports', () => {
  const found = arrows();
  expect(found.get('control')).toContain('stores');
  expect([...found.keys()].map((folder) => wayBack(folder, found)).filter((way) => way !== null)).toEqual([]);
});
