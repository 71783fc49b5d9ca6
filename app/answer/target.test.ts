// From the target of a request line to version and path.
import { describe, expect, test } from 'vitest';
import { parseTarget, VERSIONS } from './target.ts';

const ID = { kind: 'path', version: 'latest', path: 'meta-data/instance-id', slashAtEnd: false };

describe('what is looked up', () => {
  test.each([
    ['a plain path', '/latest/meta-data/instance-id', ID],
    ['a slash at the end (imds.md 2.3)', '/latest/meta-data/instance-id/', { ...ID, slashAtEnd: true }],
    ['a doubled slash in front (2.3)', '//latest/meta-data/instance-id', ID],
    ['a doubled slash inside (2.3)', '/latest//meta-data/instance-id', ID],
    ['tripled slashes everywhere (6)', '///latest///meta-data///instance-id///', { ...ID, slashAtEnd: true }],
    ['a query string (6)', '/latest/meta-data/instance-id?a=/b/%zz', ID],
    ['a fragment, which no client sends', '/latest/meta-data/instance-id#a', ID],
    ['escapes, decoded once (6)', '/%6catest/meta%2Ddata/instance-id', ID],
    ['an escaped slash (6)', '/latest/meta-data%2finstance-id', ID],
    ['a single dot (6)', '/latest/./meta-data/./instance-id', ID],
    ['two dots (6)', '/latest/dynamic/../meta-data/instance-id', ID],
    ['escaped dots (6)', '/latest/dynamic/%2e%2E/meta-data/instance-id', ID],
    ['dots that lead to another version', '/1.0/../latest/meta-data/instance-id', ID],
    ['a whole address, as a proxy is asked', 'http://169.254.169.254/latest/meta-data/instance-id', ID],
    ['a whole address with a query', 'http://h?x', { kind: 'root' }],
    ['a version without anything', '/latest', { kind: 'path', version: 'latest', path: '', slashAtEnd: false }],
    ['a version and a slash', '/1.0/', { kind: 'path', version: '1.0', path: '', slashAtEnd: true }],
    ['the root', '/', { kind: 'root' }],
    ['slashes alone', '///', { kind: 'root' }],
    ['dots that lead to the root', '/latest/..', { kind: 'root' }],
  ])('%s', (_name, target, expected) => {
    expect(parseTarget(target)).toEqual(expected);
  });
});

describe('what can not be looked up', () => {
  test.each([
    ['above the root (imds.md 6)', '/..', { kind: 'outside' }],
    ['above the root and back', '/../latest/meta-data/', { kind: 'outside' }],
    ['above the root by escapes', '/%2e%2e/latest', { kind: 'outside' }],
    ['escapes whose bytes are no text', '/latest/%ff', { kind: 'outside' }],
    ['a lonely percent sign (6)', '/latest/meta-data/%', { kind: 'malformed' }],
    ['an escape cut short (6)', '/latest/meta-data/%2', { kind: 'malformed' }],
    ['an escape that is none (6)', '/latest/%zz/instance-id', { kind: 'malformed' }],
    ['the case of the version counts (6)', '/Latest/meta-data/', { kind: 'unknown-version', version: 'Latest' }],
    ['a version that never was', '/2023-01-01/meta-data/', { kind: 'unknown-version', version: '2023-01-01' }],
    ['an escape decoded twice', '/%256catest', { kind: 'unknown-version', version: '%6catest' }],
  ])('%s', (_name, target, expected) => {
    expect(parseTarget(target)).toEqual(expected);
  });
});

test('28 builds and latest, as listed (imds.md 2.1)', () => {
  expect(VERSIONS).toHaveLength(29);
  expect(VERSIONS.at(0)).toBe('1.0');
  expect(VERSIONS.at(-1)).toBe('latest');
  expect([...VERSIONS]).toEqual([...VERSIONS].sort());
});
