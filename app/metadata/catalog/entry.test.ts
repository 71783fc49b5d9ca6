// The ways in which an entry gets its value, and text becomes facts.
import { expect, test } from 'vitest';
import { computed, flagFact, linesOf, numberFact, numberIn, single, textFact } from './entry.ts';
import { exampleFacts } from '../instance.example.ts';

test.each([
  ['', []],
  ['a', ['a']],
  ['a\nb', ['a', 'b']],
  ['a\r\nb\r\n', ['a', 'b']],
  ['a\n\nb', ['a', '', 'b']],
])('the lines of %j are %j', (text, lines) => {
  expect(linesOf(text)).toEqual(lines);
});

test.each([
  ['7', 7],
  ['007', 7],
  ['', ''],
  ['7.5', '7.5'],
  ['-1', '-1'],
  ['1e3', '1e3'],
])('the number in %j is %j', (text, expected) => {
  expect(numberIn(text)).toBe(expected);
});

test.each([
  ['text', [{ body: 'text' }]],
  ['', [{ body: '' }]],
  [null, []],
  [undefined, []],
])('%j is there as %j', (body, found) => {
  expect(single(body)).toEqual(found);
});

const preset = exampleFacts();

test.each([
  ['a text', textFact('kernelId'), { kernelId: 'aki-0123abcd' }, 'aki-0123abcd'],
  ['a number', numberFact('partitionNumber'), { partitionNumber: 3 }, '3'],
  ['a flag', flagFact('hibernation', 'yes', 'no'), { hibernation: true }, 'yes'],
])('%s is read, written and reset, and null is not there', (_what, source, changed, body) => {
  expect(source.read?.(exampleFacts(changed))).toEqual([{ body }]);
  expect(source.read?.(preset)).toEqual([]);
  expect(source.write?.(preset, body, {})).toEqual(changed);
  const [key = ''] = Object.keys(changed);
  expect(source.reset?.(exampleFacts(changed), {}, preset)).toEqual({ [key]: null });
});

test('what is computed can be reset by the facts that only it shows, and not written', () => {
  const source = computed(({ instanceId }) => `${instanceId}!`, 'hostnameType');
  expect(source.read?.(preset)).toEqual([{ body: 'i-0f3a27b9d04ec91e5!' }]);
  expect(source.write).toBeUndefined();
  expect(source.reset?.(exampleFacts({ hostnameType: 'resource-name' }), {}, preset)).toEqual({
    hostnameType: 'ip-name',
  });
});
