// Paths as the server tells them, for tests.
import type { MetadataItem } from '../../../app/contract/metadata.ts';

export const EXAMPLE_ITEM: MetadataItem = {
  path: 'meta-data/ami-id',
  value: 'ami-1',
  encoding: 'utf8',
  present: true,
  source: 'fact',
  changed: false,
  default: 'ami-1',
  kind: 'text',
  doc: '',
  since: null,
  known: true,
};

/** A path of this name. */
export function exampleItem(path: string, more: Partial<MetadataItem> = {}): MetadataItem {
  return { ...EXAMPLE_ITEM, path, value: 'x', default: 'x', ...more };
}
