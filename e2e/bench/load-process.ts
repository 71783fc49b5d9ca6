// A process of its own that sends load with autocannon and prints what it measured as one line of JSON.

import { subscribe } from 'node:diagnostics_channel';
import autocannon from 'autocannon';
import { percentile } from './numbers.ts';
import type { Load, Loaded } from './load.ts';

const load = JSON.parse(process.argv[2] ?? '') as Load;
const times: number[] = [];
const { status: expected = 200 } = load;
let others = 0;
let connections = 0;

subscribe('net.client.socket', () => {
  connections += 1;
});

// Without keep-alive by name the metadata service closes after each answer, as the real one does.
const options = { ...load, headers: { Connection: 'keep-alive', ...load.headers } };
const { duration, errors } = await new Promise<autocannon.Result>((resolve, reject) => {
  const run = autocannon(options, (error: Error | null, result) => (error ? reject(error) : resolve(result)));
  // Autocannon's own percentiles are whole milliseconds.
  run.on('response', (_client, status, _bytes, ms) => {
    times.push(ms);
    if (status !== expected) others += 1;
  });
});
const loaded: Loaded = {
  requests: times.length,
  perSecond: times.length / duration,
  p99Ms: percentile(times, 99),
  failed: errors + others,
  connections,
};
console.log(JSON.stringify(loaded));
