// What somebody should know: warnings are bounded, and a throw is told once, without secrets.
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { createNotes } from './notes.ts';

let told: MockInstance<typeof console.error>;
let rung = 0;

beforeEach(() => {
  rung = 0;
  told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => told.mockRestore());

function notes() {
  return createNotes(
    () => 5,
    () => (rung += 1),
    'the-named-token',
  );
}

test('the latest twenty warnings are kept', () => {
  const { warn, warnings } = notes();
  for (let count = 1; count <= 21; count++) warn(String(count));
  expect(warnings()).toHaveLength(20);
  expect(warnings()[0]).toEqual({ at: 5, text: '2' });
});

test('a throw goes to standard error with its stack, and into the warnings with its first line', () => {
  const { failed, warnings } = notes();
  const error = new Error('no the-named-token here');
  failed(error);
  expect(told.mock.calls).toEqual([[error.stack?.replace('the-named-token', 'the-…')]]);
  expect(warnings()).toEqual([
    { at: 5, text: 'Something broke inside Metadeck; please report it: Error: no the-… here' },
  ]);
  expect(rung).toBe(1);
});

test('what one line throws is told once, whatever it says; what another throws is told too', () => {
  const { failed, warnings } = notes();
  for (const client of ['10.0.0.1', '10.0.0.2']) failed(new Error(`broken for ${client}`));
  failed(new Error('another'));
  expect(told).toHaveBeenCalledTimes(2);
  expect(warnings()).toHaveLength(2);
});
