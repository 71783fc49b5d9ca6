// One text against parts, once per process: where they differ, answers go out in parts for good, and a warning says so.
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Whole from './write-whole.ts';

const warn = vi.fn<(text: string) => void>();
const failed = vi.fn<(error: unknown) => void>();

beforeEach(() => {
  vi.resetModules();
  warn.mockReset();
  failed.mockReset();
});
afterEach(() => vi.doUnmock('./write-whole.ts'));

/** Tries it anew, on a Node on which writing as one text does that. */
async function tried(write?: (usual: typeof Whole.writeWhole) => typeof Whole.writeWhole, ends?: boolean) {
  vi.doMock('./write-whole.ts', async (load: () => Promise<typeof Whole>) => {
    const usual = await load();
    return {
      writeWhole: write?.(usual.writeWhole) ?? usual.writeWhole,
      endsConnection: ends === undefined ? usual.endsConnection : () => ends,
    };
  });
  const { isWholeSame, tryWhole } = await import('./try-whole.ts');
  expect(isWholeSame()).toBe(false);
  tryWhole({ warn, failed });
  tryWhole({ warn, failed });
  return isWholeSame();
}

test('this Node takes it', async () => {
  expect(await tried()).toBe(true);
  expect([warn.mock.calls, failed.mock.calls]).toEqual([[], []]);
});

test.each<[string, (usual: typeof Whole.writeWhole) => typeof Whole.writeWhole]>([
  ['has no such fields', () => () => false],
  ['writes nothing', () => () => true],
  ['adds to it', (usual) => (res, text, ends) => usual(res, text.replace('OK', 'OK '), ends)],
  ['loses a byte', (usual) => (res, text, ends) => usual(res, text.slice(0, -1), ends)],
  ['ends the connection always', (usual) => (res, text) => usual(res, text, true)],
  ['keeps the connection always', (usual) => (res, text) => usual(res, text, false)],
])('a Node that %s is told of once, and none is written so', async (_name, write) => {
  expect(await tried(write)).toBe(false);
  expect(warn.mock.calls).toEqual([[expect.stringContaining(`Node ${process.version}`)]]);
  expect(failed).not.toHaveBeenCalled();
});

test('what it throws is told, too', async () => {
  const broken = new Error('It broke.');
  const write = () => (_res: ServerResponse) => {
    throw broken;
  };
  expect(await tried(write)).toBe(false);
  expect(failed.mock.calls).toEqual([[broken]]);
  expect(warn).toHaveBeenCalledTimes(1);
});
