// Where the window can be had, and how it is started.
import { expect, test } from 'vitest';
import { PACKAGE_DIR } from './package-dir.ts';
import { electronParameters, findElectron, hasDisplay } from './window.ts';

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
] as const)('%s with %j has a display: %s', (platform, env, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected);
});

test('only root on Linux goes without the sandbox', () => {
  expect(electronParameters('linux', 0)).toEqual(['--no-sandbox', PACKAGE_DIR]);
  expect(electronParameters('linux', 1000)).toEqual([PACKAGE_DIR]);
  expect(electronParameters('darwin', 0)).toEqual([PACKAGE_DIR]);
  expect(electronParameters('win32', undefined)).toEqual([PACKAGE_DIR]);
});

test.runIf(process.platform === 'linux')('without a display nothing is fetched', async () => {
  const said: string[] = [];
  const found = await findElectron({}, (line) => void said.push(line));
  expect(found).toMatchObject({ ok: false, error: { message: 'there is no display' } });
  expect(said).toEqual([]);
});
