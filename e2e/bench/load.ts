// Load, sent from a process of its own, so that what is measured shares no event loop with who measures.

import path from 'node:path';
import { firstLine } from '../product/serve.ts';
import { startScript } from './script.ts';

export type Load = {
  url: string;
  connections: number;
  headers: Record<string, string>;
  /** The status that every answer has to have; 200 without it. */
  status?: number;
  /** Requests a second at most, over all connections; as fast as it goes without. */
  overallRate?: number;
} & ({ /** Seconds. */ duration: number } | { /** Requests. */ amount: number });

export type Loaded = {
  requests: number;
  perSecond: number;
  p99Ms: number;
  /** Errors, and answers of another status. */
  failed: number;
  /** Connections opened. */
  connections: number;
};

/** Sends load. A request that failed, or a connection that was not kept, makes the figures worthless and is an error. */
export async function send(load: Load): Promise<Loaded> {
  const child = startScript(path.join(import.meta.dirname, 'load-process.ts'), JSON.stringify(load));
  const loaded = JSON.parse(await firstLine(child)) as Loaded;
  if (loaded.failed > 0) throw new Error(`${loaded.failed} of ${loaded.requests} requests to ${load.url} failed.`);
  if (loaded.connections !== load.connections) {
    throw new Error(`${load.url} did not keep its connections: ${loaded.connections} were opened.`);
  }
  return loaded;
}
