// The whole line that works where a port is taken.
import { expect, test } from 'vitest';
import type { Failure } from '../../app/result.ts';
import { withLine } from './taken-port.ts';

const TAKEN: Failure = {
  code: 'PORT_IN_USE',
  message: 'Port 1338 is used by Metadeck (pid 7); the next free port is 1340.',
};
const SAID = 'Port 1338 is used by Metadeck (pid 7); the next free port is 1340: ';

test.each([
  [['metadeck', 'serve'], 'metadeck serve --port 1340'],
  [['metadeck', 'serve', '--port', '1338', '--imdsv2'], 'metadeck serve --imdsv2 --port 1340'],
  [['metadeck', 'serve', '--port=1338'], 'metadeck serve --port 1340'],
  [
    ['metadeck', 'serve', '--world', "my world's.json"],
    String.raw`metadeck serve --world 'my world'\''s.json' --port 1340`,
  ],
  [
    ['metadeck', 'serve', '--allow-host', '*.orb.local', '--control-port', '1400'],
    "metadeck serve --allow-host '*.orb.local' --control-port 1400 --port 1340",
  ],
  [['npm', 'start', '--', '--browser'], 'npm start -- --browser --port 1340'],
])('%j', (words, line) => {
  expect(withLine(TAKEN, 1340, words).message).toBe(SAID + line);
});

test('of control it is any free port', () => {
  const words = ['metadeck', 'serve', '--control-port', '1338'];
  expect(withLine(TAKEN, null, words).message).toBe(
    'Port 1338 is used by Metadeck (pid 7); this takes a free one: metadeck serve --control-port 0',
  );
});

test('any other failure is said as it is', () => {
  const other: Failure = { code: 'ADDRESS_UNAVAILABLE', message: '10.9.9.9 is no address of this machine.' };
  expect(withLine(other, null, ['metadeck', 'serve'])).toBe(other);
});
