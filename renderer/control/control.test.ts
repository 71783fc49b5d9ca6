// What was asked for and failed is said, and answers null; what was only looked at is not.
import { afterEach, expect, test, vi } from 'vitest';
import { done, type Failure, failed } from '../../app/result.ts';

const carried = vi.fn<() => Promise<unknown>>();
vi.stubGlobal('metadeck', { call: carried, onChange: () => () => {} });
const { act, call, onFailure } = await import('./control.ts');

const REFUSED = failed('CONFLICT', 'There is an interruption already.');
const said = vi.fn<(failure: Failure) => void>();
onFailure(said);

afterEach(() => said.mockClear());

test('an act that is refused says why, once', async () => {
  carried.mockResolvedValueOnce(REFUSED);
  expect(await act('events.withdraw', {})).toBeNull();
  expect(said.mock.calls).toEqual([[REFUSED.error]]);
});

test('an act that is carried out answers, and says nothing', async () => {
  carried.mockResolvedValueOnce(done({ withdrawn: 2 }));
  expect(await act('events.withdraw', {})).toEqual({ withdrawn: 2 });
  expect(said).not.toHaveBeenCalled();
});

test('a look that is refused says nothing', async () => {
  carried.mockResolvedValueOnce(REFUSED);
  expect(await call('tokens.list', {})).toBe(REFUSED);
  expect(said).not.toHaveBeenCalled();
});
