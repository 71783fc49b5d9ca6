// `npm run bench`: speed and memory of the built product beside their goals. Run `npm run build` first.

import { existsSync } from 'node:fs';
import { CLI } from '../product/serve.ts';
import { measureMemory } from './memory.ts';
import { measureMock } from './mock.ts';
import { measurePresets } from './presets.ts';
import { measureStartUp } from './start-up.ts';
import { measureThroughput } from './throughput.ts';
import { type Row, table } from './row.ts';

const MEASUREMENTS: Record<string, () => Promise<Row[]>> = {
  'start-up': measureStartUp,
  throughput: measureThroughput,
  presets: measurePresets,
  memory: measureMemory,
  mock: measureMock,
};

/** Runs the measurements that are named, or all. A missed goal is told, not failed: times are no test. */
async function bench(names: string[]): Promise<void> {
  const rows: Row[] = [];
  for (const name of names) {
    console.log(`Measuring ${name}.`);
    rows.push(...((await MEASUREMENTS[name]?.()) ?? []));
  }
  console.log(`\n${table(rows)}`);
}

const all = Object.keys(MEASUREMENTS);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
if (!existsSync(CLI)) throw new Error('Metadeck is not built; run "npm run build" first.');
await bench(asked.length > 0 ? asked : all);
