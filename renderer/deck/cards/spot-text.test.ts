// What the spot card says before firing.
import { expect, test } from 'vitest';
import { spotHint } from './spot-text.ts';

test.each([
  ['terminate', 120, 'Notice at once, terminated two minutes later. You can cancel.'],
  ['stop', 30, 'Notice at once, stopped 30 seconds later. You can cancel.'],
  ['hibernate', 0, 'Notice at once, hibernated at the same moment. You can cancel.'],
] as const)('%s with %d s of notice', (action, seconds, hint) => {
  expect(spotHint(action, seconds)).toBe(hint);
});
