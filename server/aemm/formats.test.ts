// The formats of configuration files: what each reads, and what it says of text that it can't read.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfigText } from './formats.ts';
import { SUFFIXES, suffixOf, type Suffix } from './suffixes.ts';

function read(text: string, suffix: Suffix): Record<string, unknown> {
  const result = readConfigText(text, suffix);
  if (!result.ok) throw new Error(result.error.message);
  return Object.fromEntries(result.data);
}

function problem(text: string, suffix: Suffix): string {
  const result = readConfigText(text, suffix);
  return result.ok ? '' : result.error.message;
}

const PROPERTIES = 'imdsv2 = true\nserver.port: 1400\nmetadata.values.mac=02:00:00:00:00:01\n';
const DOTENV = 'imdsv2=true\nexport server.port="1400"\nmetadata.values.mac=\'02:00:00:00:00:01\'\n';
const HCL = 'imdsv2 = "true"\nserver {\n  port = "1400"\n}\nmetadata "values" {\n  mac = "02:00:00:00:00:01"\n}\n';
const YAML = 'imdsv2: true\nserver:\n  port: 1400\nmetadata:\n  values:\n    mac: 02:00:00:00:00:01\n';

const SAME: Record<Suffix, string> = {
  json: '{"imdsv2":"true","server":{"port":"1400"},"metadata":{"values":{"mac":"02:00:00:00:00:01"}}}',
  toml: 'imdsv2 = "true"\n[server]\nport = "1400"\n[metadata.values]\nmac = "02:00:00:00:00:01"\n',
  yaml: YAML,
  yml: YAML,
  properties: PROPERTIES,
  props: PROPERTIES,
  prop: PROPERTIES,
  hcl: HCL,
  tfvars: HCL,
  dotenv: DOTENV,
  env: DOTENV,
  ini: 'imdsv2 = true\n[server]\nport = 1400\n[metadata.values]\nmac = 02:00:00:00:00:01\n',
};

test.each(SUFFIXES)('%s holds the same as the others', (suffix) => {
  expect(read(SAME[suffix], suffix)).toEqual({
    imdsv2: 'true',
    'server.port': '1400',
    'metadata.values.mac': '02:00:00:00:00:01',
  });
});

test.each(SUFFIXES.filter((suffix) => suffix !== 'json'))('an empty %s holds nothing', (suffix) => {
  expect(read('', suffix)).toEqual({});
  expect(read('\uFEFF', suffix)).toEqual({});
});

describe('keys', () => {
  test('have no case, and dots are keys within keys', () => {
    const text = '{"Metadata":{"VALUES":{"IAM-Info":{"Code":"x"}}},"server.Port":1}';
    expect(read(text, 'json')).toEqual({ 'metadata.values.iam-info.code': 'x', 'server.port': 1 });
  });

  test('may be __proto__ without harm', () => {
    for (const [text, suffix] of [
      ['{"__proto__":{"polluted":1}}', 'json'],
      ['__proto__ { polluted = 1 }', 'hcl'],
      ['__proto__:\n  polluted: 1\n', 'yaml'],
    ] as const) {
      readConfigText(text, suffix);
      expect({}).not.toHaveProperty('polluted');
    }
  });
});

describe('JSON', () => {
  test('keeps types, lists and nulls', () => {
    expect(read('{"a":1,"b":true,"c":null,"d":["x",1],"e":{}}', 'json')).toEqual({
      a: 1,
      b: true,
      c: null,
      d: ['x', 1],
    });
  });

  test.each(['', '{', '{"a":}', 'x'])('%j is none', (text) => {
    expect(problem(text, 'json')).toMatch(/JSON/);
  });

  test.each(['[]', '1', '"x"'])('%s holds no keys', (text) => {
    expect(problem(text, 'json')).toBe('it holds no keys; an object of settings is needed');
  });
});

describe('YAML', () => {
  test('values stay as they are written', () => {
    const text = 'account: 0123456789\nflag: yes\ntime: 2020-01-07T01:03:47Z\nversion: 1.10\nlist: [a, 2]\n';
    expect(read(text, 'yaml')).toEqual({
      account: '0123456789',
      flag: 'yes',
      time: '2020-01-07T01:03:47Z',
      version: '1.10',
      list: ['a', '2'],
    });
  });

  test('nothing, null and ~ are no values; a quoted null is one', () => {
    expect(read('a:\nb: null\nc: ~\nd: "null"\n', 'yaml')).toEqual({ a: null, b: null, c: null, d: 'null' });
  });

  test('anchors, merges and the first of several documents', () => {
    const text = 'base: &b\n  x: 1\nnext:\n  <<: *b\n  y: 2\n---\nother: 1\n';
    expect(read(text, 'yaml')).toEqual({ 'base.x': '1', 'next.x': '1', 'next.y': '2' });
  });

  test.each(['a: [', 'a: b: c', '"open'])('%j is none', (text) => {
    expect(problem(text, 'yaml')).toMatch(/ at line 1, column \d+$/);
  });
});

describe('TOML', () => {
  test('times stay as they are written', () => {
    const text = 'a = 2020-01-07T01:03:47Z\nb = 2020-01-07T01:03:47+02:00\nc = 2\n';
    expect(read(text, 'toml')).toEqual({ a: '2020-01-07T01:03:47Z', b: '2020-01-07T01:03:47+02:00', c: 2 });
  });

  test('what is none says so in one line', () => {
    expect(problem('a =', 'toml')).toMatch(/^Invalid TOML document: [^\n]+$/);
  });
});

describe('properties', () => {
  test.each([
    ['a=1', { a: '1' }],
    ['a : 1', { a: '1' }],
    ['a 1', { a: '1' }],
    ['a=', { a: '' }],
    ['# no\n! no\n  a = b = c', { a: 'b = c' }],
    ['a = one\\\n    two', { a: 'onetwo' }],
    ['a\\:b = \\u0041\\t\\\\', { 'a:b': 'A\t\\' }],
    ['a=1\na=2', { a: '2' }],
  ])('%j', (text, expected) => {
    expect(read(text, 'properties')).toEqual(expected);
  });
});

describe('dotenv', () => {
  test.each([
    ['A=1', { a: '1' }],
    ['export A=1 # no', { a: '1' }],
    ['A="x # y" # no', { a: 'x # y' }],
    ['A="x\\ny"', { a: 'x\ny' }],
    ["A='x\\ny'", { a: 'x\\ny' }],
    ['A: 1', { a: '1' }],
    ['A=', { a: '' }],
    ['\n# no\n\nA=a=b', { a: 'a=b' }],
  ])('%j', (text, expected) => {
    expect(read(text, 'env')).toEqual(expected);
  });

  test('a line that is none is named', () => {
    expect(problem('A=1\nwhat', 'dotenv')).toBe('line 2 has no key and value: what');
  });
});

describe('INI', () => {
  test.each([
    ['a=1\n[DEFAULT]\nb=2', { a: '1', b: '2' }],
    ['[s]\na : "x ; y" ; no', { 's.a': 'x ; y' }],
    ['[metadata "values"]\nmac=x # no', { 'metadata.values.mac': 'x' }],
    ['; no\n# no\n[A.B]\nc=', { 'a.b.c': '' }],
  ])('%j', (text, expected) => {
    expect(read(text, 'ini')).toEqual(expected);
  });

  test('a line that is none is named', () => {
    expect(problem('[s]\nwhat', 'ini')).toBe('line 2 has no key and value: what');
  });
});

describe('HCL', () => {
  test.each([
    ['a = 1\nb = -5\nc = 1.5', { a: 1, b: -5, c: 1.5 }],
    ['a = true\nb = null', { a: true, b: null }],
    ['a = ["x", 2,]', { a: ['x', 2] }],
    ['a { b = 1 }\na { c = 2 }', { 'a.b': 1, 'a.c': 2 }],
    ['a = { b = 1, c : 2 }', { 'a.b': 1, 'a.c': 2 }],
    ['"a" "b" { c = "d\\n" }', { 'a.b.c': 'd\n' }],
    ['# no\n// no\n/* no\nno */ a = "# yes"', { a: '# yes' }],
    ['a = <<EOT\none\ntwo\nEOT\nb = 1', { a: 'one\ntwo\n', b: 1 }],
    ['a = <<-EOT\n    one\n      two\n    EOT', { a: 'one\n  two\n' }],
  ])('%j', (text, expected) => {
    expect(read(text, 'hcl')).toEqual(expected);
  });

  test.each([
    ['a =', 'it ends too soon'],
    ['a {', 'it ends too soon'],
    ['\na = ${x}', 'line 2: "$" was not expected'],
    ['a = b', 'line 1: "b" was not expected'],
    ['= 1', 'line 1: "=" was not expected'],
    ['a = ["x"', 'it ends too soon'],
  ])('%j: %s', (text, message) => {
    expect(problem(text, 'hcl')).toBe(message);
  });
});

test('no text makes a format throw', () => {
  const pieces = fc.constantFrom(
    'a',
    '=',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '\n',
    ':',
    ' ',
    '<<A',
    '\\',
    '#',
    '/*',
    '- ',
    '&',
    '*',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(...SUFFIXES), (text, suffix) => {
      expect(readConfigText(text, suffix)).toHaveProperty('ok');
    }),
  );
});

test.each([
  ['a.json', 'json'],
  ['/x.y/A.YML', 'yml'],
  ['.env', 'env'],
  ['a', undefined],
  ['a.xml', undefined],
  ['a.json/b', undefined],
])('%s is %s', (name, suffix) => {
  expect(suffixOf(name)).toBe(suffix);
});
