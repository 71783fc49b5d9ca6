// Throughput of other instances: the fullest and the leanest preset, each with 200 paths overridden and a panel connected.

import path from 'node:path';
import { ask } from '../product/control.ts';
import { end, firstLine, type Served, startServe } from '../product/serve.ts';
import type { Row } from './row.ts';
import { startScript } from './script.ts';
import { compare } from './throughput.ts';

const PRESETS = ['eks-node', 'bare'];
const OVERRIDES = 200;

export async function measurePresets(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const preset of PRESETS) rows.push(...(await measure(preset)));
  return rows;
}

async function measure(preset: string): Promise<Row[]> {
  const served = await startServe('--preset', preset, '--http-tokens', 'optional');
  await override(served);
  const panel = startScript(path.join(import.meta.dirname, 'panel-process.ts'), JSON.stringify(served));
  await firstLine(panel);
  const rows = await compare(`${preset}, ${OVERRIDES} overrides`, served, { target: '/latest/meta-data/instance-id' });
  await end(panel);
  await served.stop();
  return rows;
}

async function override(served: Served): Promise<void> {
  for (let index = 0; index < OVERRIDES; index += 1) {
    await ask(served, 'PUT', '/v1/metadata', { path: `meta-data/own/path-${index}`, value: `value ${index}` });
  }
}
