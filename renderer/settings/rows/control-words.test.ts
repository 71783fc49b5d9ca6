// What Settings says of control over HTTP, to a page in a browser.
import { expect, test } from 'vitest';
import { switchWords } from './control-words.ts';

test.each([
  ['the page of the API itself', { port: 1339 }, '1339', 'On: this page uses it.'],
  ['a page passed on while it is on', { port: 1339 }, '40001', 'On. This page is passed on by metadeck panel.'],
  ['a page passed on while it is off', null, '40001', 'Off. This page is passed on by metadeck panel.'],
])('%s', (_name, http, pagePort, words) => {
  expect(switchWords(http, pagePort)).toBe(words);
});
