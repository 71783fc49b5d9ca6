// The protocol to the byte, over raw sockets against the real server: imds.md 2 and 6, row by row.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExampleRuntime, startedRuntime } from '../runtime.example.ts';
import { OPTIONAL, REQUIRED, type Row, TTL } from './protocol-rows.example.ts';
import { connect, partsOf, rawAsk } from './raw-ask.example.ts';

const HOUR_MS = 3_600_000;
let example: ExampleRuntime;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  example = await startedRuntime({ preset: 'spot' });
  await example.did('metadata.set', { path: 'user-data', value: '#!/bin/sh\n' });
  await example.did('audience.set', { kind: 'everyone' });
  await example.did('events.interrupt', { rebalanceSecondsBefore: 0 });
  tokens['OLD'] = await token(60);
  example.clock.move(HOUR_MS);
  tokens['TOKEN'] = await token(TTL);
  tokens['NEW'] = await token(TTL);
});
afterAll(() => example.runtime.stop());

async function token(seconds: number): Promise<string> {
  const ttl = `X-aws-ec2-metadata-token-ttl-seconds: ${seconds}`;
  return partsOf(await rawAsk(example.port(), ['PUT /latest/api/token HTTP/1.1', ttl])).body;
}

/** All that comes until the server closes; a new token in it is `{56}`. */
async function answerTo({ request }: Row): Promise<string> {
  const { socket, end } = await connect(example.port());
  socket.write(request.replaceAll(/\{([A-Z]+)\}/g, (_all, name: string) => tokens[name] ?? ''));
  return (await end).replaceAll(/AQAEA[\w-]{49}==/g, '{56}');
}

describe('tokens optional', () => {
  test.each(OPTIONAL)('$name', async (row) => {
    expect(await answerTo(row)).toBe(row.answer);
  });
});

describe('tokens required', () => {
  beforeAll(async () => {
    await example.did('options.patch', { httpTokens: 'required' });
  });

  test.each(REQUIRED)('$name', async (row) => {
    expect(await answerTo(row)).toBe(row.answer);
  });
});
