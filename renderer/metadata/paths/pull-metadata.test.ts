// What is shown once a pull has ended: as of when it was asked for, or later.
import { expect, test, vi } from 'vitest';
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import type { Result } from '../../../app/result.ts';
import { useMetadata } from './metadata-store.ts';
import { pullMetadata } from './pull-metadata.ts';

type Answer = (result: Result<{ items: MetadataItem[] }>) => void;

/** Answers the pulls by hand, in any order. */
const waiting: Answer[] = [];
vi.stubGlobal('metadeck', {
  call: () => new Promise((resolve: Answer) => waiting.push(resolve)),
  onChange: () => null,
});

const ITEM: MetadataItem = {
  path: 'meta-data/ami-id',
  value: '',
  encoding: 'utf8',
  present: true,
  source: 'fact',
  changed: false,
  default: null,
  kind: 'text',
  doc: '',
  since: '1.0',
  known: true,
};

function answer(pull: number, value: string): void {
  waiting[pull]?.({ ok: true, data: { items: [{ ...ITEM, value }] } });
}

function shown(): string | null | undefined {
  return useMetadata.getState().items?.[0]?.value;
}

test('an answer is shown though another pull is under way, and never an older one after a newer', async () => {
  const [first, second, third] = [pullMetadata(), pullMetadata(), pullMetadata()];
  answer(0, 'first');
  await first;
  expect(shown()).toBe('first');
  answer(2, 'third');
  await third;
  answer(1, 'second');
  await second;
  expect(shown()).toBe('third');
});
