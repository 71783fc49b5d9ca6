// The flags as data fit the settings that they set.
import { expect, test } from 'vitest';
import { KNOWN_KEYS } from '../../server/aemm/known-keys.ts';
import { EVENT_FLAGS, GLOBAL_FLAGS, SPOT_FLAGS } from './flags.ts';

test('every flag sets a key that there is', () => {
  for (const { key } of [...GLOBAL_FLAGS, ...SPOT_FLAGS, ...EVENT_FLAGS]) expect(KNOWN_KEYS.has(key ?? '')).toBe(true);
});
