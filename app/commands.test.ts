// Commands as data: unambiguous ids and keys, and keys as people press and read them.
import { expect, test } from 'vitest';
import { commandOf, COMMANDS, keysText, pressedKeys, whereOf } from './commands.ts';

test('no two commands share an id or a key', () => {
  const ids = COMMANDS.map((command) => command.id);
  const keys = COMMANDS.flatMap((command) => [...command.keys]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each([
  ['mod+enter', '⌘↵', 'Ctrl+Enter'],
  ['mod+shift+z', '⇧⌘Z', 'Ctrl+Shift+Z'],
  ['mod+1', '⌘1', 'Ctrl+1'],
  ['/', '/', '/'],
])('%s reads %s on a Mac and %s elsewhere', (keys, mac, other) => {
  expect([keysText(keys, true), keysText(keys, false)]).toEqual([mac, other]);
});

test('a command without keys shows none', () => {
  expect(keysText(undefined, true)).toBe('');
});

const press = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  [{ ...press, key: 'Enter', ctrlKey: true }, 'mod+enter'],
  [{ ...press, key: 'Z', ctrlKey: true, shiftKey: true }, 'mod+shift+z'],
  [{ ...press, key: '/', shiftKey: true }, '/'],
  [{ ...press, key: 'p' }, 'p'],
  [{ ...press, key: 'z', metaKey: true }, 'z'],
])('%o is %s where Ctrl is the modifier', (given, expected) => {
  expect(pressedKeys(given, false)).toBe(expected);
});

test.each([
  ['log.filter', ['outside-text']],
  ['filter.focus', ['outside-text']],
  ['keys.show', ['outside-text']],
  ['log.pause', ['request-list']],
] as const)('%s works in %j: a character that changes something only in the list of requests', (id, where) => {
  const command = commandOf(id);
  expect(command.keys.map((keys) => whereOf({ ...command, where: 'outside-text' }, keys))).toEqual(where);
});
