// What is allowed by a name, and by a name with a star.
import { expect, test } from 'vitest';
import { allowsNames, hostsFrom, hostsProblem, nameIn } from './allowed-hosts.ts';

test.each([
  ['a name is itself alone', 'imds.example.com', ['imds.example.com'], ['a.imds.example.com', 'example.com']],
  ['its case does not count', 'Imds.Example.COM', ['imds.example.com'], ['imds.example.org']],
  ['a name of two labels', 'metadeck.default', ['metadeck.default'], ['metadeck.other', 'a.metadeck.default']],
  [
    'a star is any depth, and not the name itself',
    '*.orb.local',
    ['metadeck.orb.local', 'a.b.c.orb.local'],
    ['orb.local', 'evilorb.local', '.orb.local', 'orb.local.evil.example', 'metadeck.orb.localx'],
  ],
])('%s', (_what, pattern, allowed, others) => {
  const allows = allowsNames([pattern]);
  expect(allowed.map(allows)).toEqual(allowed.map(() => true));
  expect(others.map(allows)).toEqual(others.map(() => false));
});

test('nothing is allowed without a pattern', () => {
  expect(allowsNames([])('imds.example.com')).toBe(false);
});

test.each(['imds.example.com', '*.orb.local', 'a', 'aws_metadata-1.net', '*.test'])('%s is a pattern', (pattern) => {
  expect(hostsProblem([pattern])).toBeNull();
});

test.each(['', '*', '*.', 'a.*', '*a.com', 'a.*.com', '**.a', 'a:80', 'http://a', 'a b', '.a', 'a.', '-a', 'a,b'])(
  '"%s" is no pattern',
  (pattern) => {
    expect(hostsProblem(['a.example', pattern])).toBe(
      `${pattern} is no host name; one such as imds.example.com or *.example.com is needed, without a port.`,
    );
  },
);

test('there is a bound', () => {
  const names = Array.from({ length: 100 }, (_, index) => `a${index}.example`);
  expect(hostsProblem(names)).toBeNull();
  expect(hostsProblem([...names, 'one.more'])).toBe('At most 100 host names can be allowed.');
  expect(hostsProblem(['a'.repeat(254)])).toContain('is no host name');
});

test('a list is written with commas, blanks or both', () => {
  expect(hostsFrom(' a.example, *.orb.local,,b.example\nc.example ')).toEqual([
    'a.example',
    '*.orb.local',
    'b.example',
    'c.example',
  ]);
});

test.each([
  ['Imds.Example.com:1338', 'imds.example.com'],
  ['localhost.', 'localhost'],
  ['localhost.:80', 'localhost'],
  ['127.0.0.1:', '127.0.0.1'],
  ['[::1]:1338', '[::1]'],
])('the name in %s', (host, name) => {
  expect(nameIn(host)).toBe(name);
});
