// Whitespace made visible.
import { expect, test } from 'vitest';
import { visibleText } from './visible-text.ts';

test.each([
  ['', ''],
  ['a b', 'a·b'],
  ['a\tb\n', 'a→\tb¶\n'],
  ['a\r\n', 'a␍¶\n'],
  ['\u0000\u202e\ufeff', '⟨U+0000⟩⟨U+202E⟩⟨U+FEFF⟩'],
  ['ä €', 'ä·€'],
])('%j is shown as %j', (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});
