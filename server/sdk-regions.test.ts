// The Regions of the core beside those of an SDK's own partition data, which may be newer or older.
import { expect, test } from 'vitest';
import { partitionOf, regionNames } from '../app/metadata/regions/regions.ts';

type Partition = { id: string; outputs: { dnsSuffix: string }; regions: Record<string, object> };

/** Not exported by name: the SDK offers questions about one Region, and no list. */
const PARTITIONS_FILE = '../node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js';

async function partitionsOfSdk(): Promise<Partition[]> {
  const file = (await import(new URL(PARTITIONS_FILE, import.meta.url).href)) as {
    partitionsInfo: { partitions: Partition[] };
  };
  return file.partitionsInfo.partitions;
}

test('every Region of the SDK is known, with its partition and domain', async () => {
  const partitions = await partitionsOfSdk();
  const regions = partitions.flatMap(({ id, outputs, regions: all }) =>
    Object.keys(all)
      .filter((name) => !name.endsWith('-global'))
      .map((name) => ({ name, partition: { name: id, domain: outputs.dnsSuffix } })),
  );
  expect(regions.length).toBeGreaterThan(40);
  expect(regions.filter(({ name }) => !regionNames().includes(name))).toEqual([]);
  expect(regions.map(({ name }) => partitionOf(name))).toMatchObject(regions.map(({ partition }) => partition));
});
