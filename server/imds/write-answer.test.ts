// An answer is the same bytes whether it goes out in one piece or through Node's own methods.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as aemm from '../../app/aemm/pages.ts';
import { NOT_FOUND } from '../../app/ec2/pages.ts';
import type { Page } from '../../app/answer/page.ts';
import { connect } from './raw-ask.example.ts';
import type * as Trial from './try-whole.ts';
import { isWholeSame, tryWhole } from './try-whole.ts';
import { writeAnswer } from './write-answer.ts';

const NOW = Date.UTC(2024, 7, 1, 11, 59);
const BYTES: Page = {
  wire: NOT_FOUND.wire,
  status: 200,
  reason: 'OK',
  before: ['Content-Type', 'application/octet-stream', 'Content-Length', '5'],
  after: [],
  body: Buffer.from('é€'),
};
const TEXT: Page = { ...BYTES, body: 'é€' };
const AEMM: Page = { ...NOT_FOUND, wire: aemm.NOT_FOUND.wire };

let server: Server;
let page: Page;
let keepAlive: boolean;
const way = vi.hoisted(() => ({ inParts: false }));
const told = vi.fn<(what: unknown) => void>();

vi.mock('./try-whole.ts', async (load: () => Promise<typeof Trial>) => {
  const usual = await load();
  return { ...usual, isWholeSame: () => !way.inParts && usual.isWholeSame() };
});

beforeAll(() => tryWhole({ warn: told, failed: told }));
beforeEach(async () => {
  server = createServer((_req, res) => {
    writeAnswer(res, { page, tokenTtl: 60, now: NOW, keepAlive });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterEach(() => server.close());

async function bytesOf(method: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const { socket, end } = await connect(port);
  const lines = [`${method} / HTTP/1.1`, 'Host: a', '', `${method} / HTTP/1.1`, 'Host: a', 'Connection: close', '', ''];
  socket.write(lines.join('\r\n'));
  return end;
}

test('this Node takes an answer as one text', () => {
  way.inParts = false;
  expect(isWholeSame()).toBe(true);
  expect(told).not.toHaveBeenCalled();
});

describe.each([
  ['text', NOT_FOUND],
  ['text that is not ASCII', TEXT],
  ['bytes', BYTES],
  ['AEMM', AEMM],
])('%s', (_name, given) => {
  test.each([
    ['GET', true, 2],
    ['HEAD', true, 2],
    ['GET', false, 1],
    ['HEAD', false, 1],
  ])('to %s, kept: %s', async (method, kept, answers) => {
    [page, keepAlive, way.inParts] = [given, kept, false];
    const whole = await bytesOf(method);
    expect(whole.split('HTTP/1.1 ')).toHaveLength(1 + answers);
    expect(whole.includes(Buffer.from(given.body).toString('latin1'))).toBe(method === 'GET');
    way.inParts = true;
    expect(await bytesOf(method)).toBe(whole);
  });
});
