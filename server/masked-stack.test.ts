// Stacks without secrets: those that are known, and what looks like one.
import { expect, test } from 'vitest';
import { maskedStack } from './masked-stack.ts';

const KNOWN = 'correct horse battery';

function messageOf(stack: string): string {
  return stack.split('\n', 1)[0] ?? '';
}

test.each([
  ['a control token', 'bad header "Bearer q2oC1yGdDhGX9mgkhqyVhqJPvWuRZ4dUVWQnZy3fLxo"', 'bad header "Bearer q2oC…"'],
  [
    'a token of the service',
    'TTL of AQAEALH4Y1gVvJlE0pJ3w2mBRxCVm3NRn7kV0yxk9oZ0hQ3uTg2a8w== is over',
    'TTL of AQAE… is over',
  ],
  ['a secret access key', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY1', 'wJal…'],
  ['the token that somebody named', `"${KNOWN}" is not it`, '"corr…" is not it'],
  ['what is no secret', 'meta-data/placement/availability-zone of i-0123456789abcdef0', undefined],
])('%s', (_, message, shown) => {
  expect(messageOf(maskedStack(new Error(message), KNOWN))).toBe(`Error: ${shown ?? message}`);
});

test('the frames stay as they are, whatever the message holds', () => {
  const error = new Error('one\ntwo');
  expect(maskedStack(error, '')).toBe(error.stack);
});

test.each([
  ['text', 'text'],
  [undefined, 'undefined'],
])('%o was thrown', (thrown, stack) => {
  expect(maskedStack(thrown, KNOWN)).toBe(stack);
});
