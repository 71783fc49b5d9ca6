// The home directory, the time in front of a line, and the system's reasons.
import { expect, test } from 'vitest';
import { homeOf, reasonOf, stamp } from './shell.ts';

test.each([
  [{ HOME: '/home/a' }, 'linux', '/home/a'],
  [{ HOME: '' }, 'linux', null],
  [{}, 'darwin', null],
  [{ USERPROFILE: 'C:\\a', HOME: '/b' }, 'win32', 'C:\\a'],
] as const)('%j on %s', (env, platform, home) => {
  expect(homeOf(env, platform)).toBe(home);
});

test('a line begins as Go’s log begins it', () => {
  expect(stamp(new Date(2020, 0, 7, 1, 3, 4))).toBe('2020/01/07 01:03:04');
});

test.each([
  [Object.assign(new Error('x'), { code: 'EACCES' }), 'permission denied'],
  [Object.assign(new Error('x'), { code: 'EROFS' }), 'read-only file system'],
  [Object.assign(new Error('x'), { code: 'EWHAT' }), 'EWHAT'],
  ['x', 'unknown error'],
])('%s', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
