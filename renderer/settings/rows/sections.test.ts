// The search of the Settings screen.
import { expect, test } from 'vitest';
import { foundSections, type Section } from './sections.ts';

const Control = (): null => null;

const SECTIONS: Section[] = [
  {
    id: 'server',
    title: 'Server',
    rows: [
      { id: 'port', title: 'Port', help: 'Where clients ask.', note: 'restarts the server', Control },
      { id: 'address', title: 'Address', help: 'Who can reach it.', words: 'bind host', Control },
    ],
  },
  { id: 'look', title: 'Appearance', rows: [{ id: 'theme', title: 'Theme', help: 'Light or dark.', Control }] },
];

function found(typed: string): string[] {
  return foundSections(SECTIONS, typed).flatMap(({ rows }) => rows.map(({ id }) => id));
}

test.each([
  ['', ['port', 'address', 'theme']],
  ['dark', ['theme']],
  ['BIND', ['address']],
  ['restart', ['port']],
  ['server reach', ['address']],
  ['appearance', ['theme']],
  ['nothing like it', []],
])('%j finds %j', (typed, ids) => {
  expect(found(typed)).toEqual(ids);
});
