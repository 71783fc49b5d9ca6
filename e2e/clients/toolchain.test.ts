// Whether a toolchain will do: versions as tools say them, and the reason where one won't.

import { describe, expect, test } from 'vitest';
import { isAtLeast, shortcoming, versionIn } from './toolchain.ts';

const GO = { command: 'go', args: ['version'], least: '1.24', packages: ['golang-go'] };

test.each([
  ['go version go1.26.8 linux/amd64', '1.26.8'],
  ['Python 3.11.7', '3.11.7'],
  ['openjdk 17 2021-09-14', '17'],
  ['cargo 1.95.0 (f2d3ce0bd 2026-03-21)', '1.95.0'],
  ['\u001B[1mApache Maven 3.8.7\u001B[m\nMaven home: /usr/share/maven', '3.8.7'],
  ['v20.20.2', '20.20.2'],
  ['', undefined],
])('%j says %s', (output, version) => {
  expect(versionIn(output)).toBe(version);
});

test.each([
  ['1.24', '1.24', true],
  ['1.24.1', '1.24', true],
  ['1.24', '1.24.1', false],
  ['1.9', '1.24', false],
  ['2', '1.24', true],
])('%s is at least %s: %s', (version, least, expected) => {
  expect(isAtLeast(version, least)).toBe(expected);
});

describe('the reason why a tool will not do', () => {
  test('names what to install when it does not run', () => {
    expect(shortcoming(GO, undefined)).toBe("go version does not run here: install Debian's golang-go, or newer");
  });

  test('names both versions when it is too old', () => {
    expect(shortcoming(GO, '1.19.8')).toBe('go 1.19.8 is here, 1.24 or later is needed');
  });

  test('is absent when it will do', () => {
    expect(shortcoming(GO, '1.26.8')).toBeUndefined();
  });
});
