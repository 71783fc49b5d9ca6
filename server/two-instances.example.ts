// For the tests: a runtime with two instances, web-1 for all and web-2 for the client 127.0.0.3, and requests from both.
import { request } from 'node:http';
import { presetInstance } from '../app/metadata/presets/presets.ts';
import type { World } from '../app/world/world.ts';
import { type ExampleRuntime, START, startedRuntime } from './runtime.example.ts';

export const FIRST_CLIENT = '127.0.0.1';
export const SECOND_CLIENT = '127.0.0.3';

/** Two spot instances with ids of their own. */
function worldOfTwo(): World {
  const [first, second] = ['web-1', 'web-2'].map((name) => ({ ...presetInstance('spot', START), name }));
  if (!first || !second) throw new Error('There are two names.');
  const other = { ...second, facts: { ...second.facts, instanceId: SECOND_ID } };
  return { version: 1, instances: [first, other], routing: [{ instance: 'web-2', clients: [SECOND_CLIENT] }] };
}

export const FIRST_ID = 'i-0f3a27b9d04ec91e5';
export const SECOND_ID = 'i-0f3a27b9d04ec91e6';

type Asking = { client?: string; method?: string; headers?: Record<string, string> };
export type ExampleOfTwo = ExampleRuntime & {
  /** The status and body of a request for a path below `/latest/`. */
  ask: (path: string, asking?: Asking) => Promise<{ status: number; body: string }>;
  /** A token of the instance that this client gets. */
  token: (client?: string) => Promise<string>;
};

export async function startedWithTwo(): Promise<ExampleOfTwo> {
  const example = await startedRuntime({ world: worldOfTwo() });
  const ask = (path: string, asking: Asking = {}) => askFrom(example.port(), path, asking);
  const headers = { 'x-aws-ec2-metadata-token-ttl-seconds': '60' };
  const token = async (client = FIRST_CLIENT) => (await ask('api/token', { client, method: 'PUT', headers })).body;
  return { ...example, ask, token };
}

function askFrom(port: number, path: string, { client = FIRST_CLIENT, method = 'GET', headers = {} }: Asking) {
  const from = {
    host: '127.0.0.1',
    port,
    path: `/latest/${path}`,
    method,
    localAddress: client,
    agent: false,
    headers,
  };
  return new Promise<{ status: number; body: string }>((settle, fail) => {
    const asked = request(from, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => settle({ status: response.statusCode ?? 0, body }));
    });
    asked.on('error', fail);
    asked.end();
  });
}
