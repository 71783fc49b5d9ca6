// Rows of clients on this machine are named beside the answers, once for each connection.
import { expect, test } from 'vitest';
import type { LogEntry } from '../../app/log/log-entry.ts';
import { connect } from '../imds/raw-ask.example.ts';
import { startedRuntime } from '../runtime.example.ts';
import type { Endpoint } from './find-processes.ts';
import { exampleEntry } from './log-entry.example.ts';
import { createProcesses } from './processes.ts';
import { createRequestLog } from './request-log.ts';

const APP = { pid: 4711, name: 'app' };
/** Of a client on this machine. */
const entry = (given: Partial<LogEntry>) => exampleEntry({ client: '127.0.0.1', port: 50_000, ...given });

function looking(isOn = true) {
  const log = createRequestLog({ entries: 3, bytes: 1e9 });
  const asked: string[][] = [];
  const find = async (wanted: readonly Endpoint[]) => {
    asked.push(wanted.map(({ key }) => key));
    return new Map(wanted.map(({ key, port }) => [key, port === 50_000 ? APP : null]));
  };
  const processes = createProcesses({ log, isOn: () => isOn, find, serverPorts: () => [1338] });
  const of = (sequence: number) => log.read(sequence, ({ process }) => process);
  return { log, asked, processes, of };
}

test('each connection of this machine is looked up once; others and Metadeck itself are not', async () => {
  const { log, asked, processes, of } = looking();
  for (const given of [{}, { port: 50_001 }, {}]) log.add(entry(given));
  processes.look();
  await expect.poll(() => of(1)).toEqual(APP);
  expect([of(2), of(3), asked]).toEqual([undefined, APP, [['127.0.0.1 50000', '127.0.0.1 50001']]]);
  expect([processes.known('127.0.0.1', 50_000), processes.known('127.0.0.1', 50_001)]).toEqual([APP, undefined]);

  for (const given of [{}, { client: '10.9.8.7' }, { panel: true, port: 50_009 }]) log.add(entry(given));
  processes.look();
  await expect.poll(() => of(4)).toEqual(APP);
  expect([of(5), of(6), asked.length]).toEqual([undefined, undefined, 1]);
});

test('what is written over a row has not its process', async () => {
  const { log, processes, of } = looking();
  log.add(entry({}));
  processes.look();
  await expect.poll(() => of(1)).toEqual(APP);
  for (let i = 0; i < 3; i += 1) log.add(entry({ client: '10.9.8.7' }));
  expect(of(4)).toBeUndefined();
});

test('switched off, nothing is looked up', () => {
  const { log, asked, processes } = looking(false);
  log.add(entry({}));
  processes.look();
  expect([asked, processes.known('127.0.0.1', 50_000)]).toEqual([[], undefined]);
});

test.runIf(process.platform === 'linux')('a real client over an open connection', async () => {
  const example = await startedRuntime({ namesProcesses: true });
  const { socket } = await connect(example.port());
  socket.write('GET /latest/ HTTP/1.1\r\nConnection: keep-alive\r\n\r\n');
  const named = async () => (await example.rows())[0]?.process?.pid;
  await expect.poll(named, { timeout: 20_000 }).toBe(process.pid);
  expect((await example.did('requests.get', { sequence: 1 })).process).toMatchObject({ pid: process.pid });
  socket.destroy();
  await example.runtime.stop();
});

test('what was too much for one search is found by the next', async () => {
  const log = createRequestLog({ entries: 3, bytes: 1e9 });
  let searches = 0;
  const find = async (wanted: readonly Endpoint[]) => {
    searches += 1;
    return new Map(searches < 3 ? [] : wanted.map(({ key }) => [key, APP]));
  };
  const processes = createProcesses({ log, isOn: () => true, find, serverPorts: () => [1338] });
  log.add(entry({}));
  processes.look();
  await expect.poll(() => log.read(1, ({ process }) => process), { timeout: 10_000 }).toEqual(APP);
  expect(searches).toBe(3);
});
