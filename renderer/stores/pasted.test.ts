// An address or a token, however it was copied.
import { expect, test } from 'vitest';
import { readPasted } from './pasted.ts';

const HERE = 'http://127.0.0.1:1339';
const TOKEN = 'h7Kq-_x';

test.each([
  [TOKEN, { token: TOKEN }],
  [`  ${TOKEN}\n`, { token: TOKEN }],
  [`#token=${TOKEN}`, { token: TOKEN }],
  [`token=${TOKEN}`, { token: TOKEN }],
  [`${HERE}/#token=${TOKEN}`, { token: TOKEN }],
  [`${HERE}/#screen=tokens&token=${TOKEN}`, { token: TOKEN }],
  [`${HERE}/#token=a%2Fb%3D`, { token: 'a/b=' }],
])('%j', (text, pasted) => {
  expect(readPasted(text, HERE)).toEqual(pasted);
});

test.each([
  [HERE, 'That address has no token; copy it whole, with all after #.'],
  [`${HERE}/#token=`, 'That address has no token; copy it whole, with all after #.'],
  [
    `http://127.0.0.1:4000/#token=${TOKEN}`,
    'That address is of another panel; open it in the address bar of the browser.',
  ],
  ['', 'That is neither an address nor a token; copy the line that Metadeck printed after Panel.'],
  ['my token', 'That is neither an address nor a token; copy the line that Metadeck printed after Panel.'],
  ['http://[', 'That is neither an address nor a token; copy the line that Metadeck printed after Panel.'],
])('%j is refused in one sentence', (text, problem) => {
  expect(readPasted(text, HERE)).toEqual({ problem });
});
