// The order told apart is the schema's: what is equal is written alike, whoever made it.
import { expect, test } from 'vitest';
import { facts } from '../facts/facts.ts';
import { FACTS_IN_ORDER, INTERFACE_IN_ORDER } from './order.ts';

test('facts are in the order of their schema', () => {
  expect(FACTS_IN_ORDER).toEqual(facts.keyof().options);
});

test('so are the interfaces in them', () => {
  expect(INTERFACE_IN_ORDER).toEqual(facts.shape.interfaces.element.keyof().options);
});
