// What is remembered of a connection changes no answer: each request is answered and logged for what it is itself.
import type { LogRow } from '../../app/contract/traffic.ts';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startedRuntime, type ExampleRuntime } from '../runtime.example.ts';
import { connect, partsOf, rawAsk } from './raw-ask.example.ts';

let example: ExampleRuntime;
let token = '';

beforeAll(async () => {
  example = await startedRuntime();
  const lines = ['PUT /latest/api/token HTTP/1.1', 'X-aws-ec2-metadata-token-ttl-seconds: 60'];
  token = partsOf(await rawAsk(example.port(), lines)).body;
});
afterAll(() => example.runtime.stop());

const METHODS = ['GET', 'HEAD', 'PUT', 'DELETE'];
const TARGETS = [
  '/latest/meta-data/instance-id',
  '/latest/meta-data/mac/',
  '/latest/meta-data/nothing',
  '/latest/dynamic/instance-identity/document',
  '/2008-02-01/meta-data/',
];
/** In place of TOKEN a valid one is sent. */
const TOKEN = 'the valid one';
const HEADERS = [
  [],
  ['User-Agent: one'],
  ['User-Agent: two'],
  ['x-aws-ec2-metadata-token: bad'],
  [`x-aws-ec2-metadata-token: ${TOKEN}`],
  [`X-aws-ec2-metadata-token: ${TOKEN}`],
  ['X-Forwarded-For: 1.2.3.4'],
  ['Origin: null'],
  ['Content-Length: 0'],
];

type Asked = { method: string; target: string; headers: readonly string[] };

const asked: fc.Arbitrary<Asked> = fc.record({
  method: fc.constantFrom(...METHODS),
  target: fc.constantFrom(...TARGETS),
  headers: fc.constantFrom(...HEADERS),
});

/** Asks for all of it over one connection, and gives the answers and what the log says of each. */
async function over(requests: readonly Asked[]) {
  const before = (await example.did('requests.list', {})).next;
  const { socket, end } = await connect(example.port());
  const last = { method: 'GET', target: '/', headers: ['Connection: close'] };
  const kept = requests.map((one) => ({ ...one, headers: ['Connection: keep-alive', ...one.headers] }));
  socket.write([...kept, last].map(textOf).join(''));
  const answers = (await end).split(/(?=HTTP\/1\.1 )/).slice(0, requests.length);
  const items = await example.rows({ after: before });
  const rows = items.slice(0, requests.length);
  return answers.map((answer, i) => ({ answer, logged: loggedAs(rows[i]) }));
}

function textOf({ method, target, headers }: Asked): string {
  const lines = [`${method} ${target} HTTP/1.1`, ...headers.map((line) => line.replace(TOKEN, token))];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function loggedAs(row: LogRow | undefined) {
  if (!row) throw new Error('It is not in the log.');
  const { sequence: _, port: __, durationMs: ___, ...same } = row;
  return same;
}

test('many requests over one connection are answered and logged like each over its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 2, maxLength: 6 }), async (requests) => {
      const alone = [];
      for (const one of requests) alone.push(...(await over([one])));
      expect(await over(requests)).toEqual(alone);
    }),
    { numRuns: 150 },
  );
});
