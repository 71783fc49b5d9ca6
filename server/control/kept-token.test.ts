// The token that a port had is used again at the next start, where nobody else can have put it there or read it.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startedRuntime, type ExampleRuntime } from '../runtime.example.ts';
import { freePort } from '../free-port.example.ts';
import { ask } from './ask.example.ts';
import { tokenKeeper } from './kept-token.ts';
import { newControlToken } from './token.ts';

let root: string;
let port: number;
let running: ExampleRuntime | null;
beforeEach(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), 'metadeck-token-'));
  port = await freePort();
  running = null;
});
afterEach(async () => {
  await running?.runtime.stop();
  rmSync(root, { recursive: true, force: true });
});

const folder = () => path.join(root, 'data', 'control');
const file = () => path.join(folder(), `${port}.json`);

/** A start as `serve` makes it. */
function started(where = { port, asked: true }): Promise<ExampleRuntime> {
  const keeper = tokenKeeper(folder());
  return startedRuntime({ control: { token: newControlToken(), socket: null, http: where, panelDir: null, keeper } });
}

/** A start in the place of the one before; what lets in. */
async function restarted(where?: { port: number; asked: boolean }): Promise<string> {
  await running?.runtime.stop();
  running = await started(where);
  return running.runtime.controlToken();
}

async function status(token: string): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${token}` };
  return (await ask({ port }, { method: 'GET', path: '/v1/status', headers })).status;
}

test('the next start on the same port lets in who had the token', async () => {
  const first = await restarted();
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(await restarted()).toBe(first);
  expect([await status(first), await status(newControlToken())]).toEqual([200, 401]);
});

test('it is in a file for the user alone, in a folder for the user alone', async () => {
  const token = await restarted();
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ token });
  expect([statSync(file()).mode & 0o777, statSync(folder()).mode & 0o777]).toEqual([0o600, 0o700]);
});

test('a rotated one is kept in its place', async () => {
  const first = await restarted();
  const { token } = (await running?.did('control.rotate-token')) ?? { token: '' };
  expect(await restarted()).toBe(token);
  expect([await status(first), await status(token)]).toEqual([401, 200]);
});

test('another port has another token, and a free one is not kept', async () => {
  const first = await restarted();
  const other = await restarted({ port: 0, asked: true });
  expect(other).not.toBe(first);
  await running?.did('control.rotate-token');
  expect(await restarted()).toBe(first);
});

test('a default port that is taken leaves the token of who has it alone', async () => {
  const first = await restarted();
  const second = await started({ port, asked: false });
  expect(second.runtime.controlToken()).not.toBe(first);
  await second.runtime.stop();
  expect(await restarted()).toBe(first);
});

const PLANTED = newControlToken();

function plant(mode: number, value: object = { token: PLANTED }): void {
  plantText(JSON.stringify(value), mode);
}

function plantText(text: string, mode = 0o600): void {
  writeFileSync(file(), text);
  chmodSync(file(), mode);
}

describe('what is there is not trusted, and a new token takes its place', () => {
  test.each([
    ['others can read it', () => plant(0o644)],
    ['it is no token', () => plant(0o600, { token: 'mine' })],
    ['it is no JSON', () => plantText('{"token":')],
    [
      'it is a link',
      () => {
        const elsewhere = path.join(root, 'elsewhere.json');
        writeFileSync(elsewhere, JSON.stringify({ token: PLANTED }), { mode: 0o600 });
        symlinkSync(elsewhere, file());
      },
    ],
  ])('%s', async (_, put) => {
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    put();
    const token = await restarted();
    expect(token).not.toBe(PLANTED);
    expect(await restarted()).toBe(token);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test('a link stays alone: what it leads to is not written', async () => {
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    const elsewhere = path.join(root, 'elsewhere.json');
    writeFileSync(elsewhere, 'mine');
    symlinkSync(elsewhere, file());
    await restarted();
    expect(readFileSync(elsewhere, 'utf8')).toBe('mine');
  });

  test('a folder that is open to others is not used, and that is said', async () => {
    mkdirSync(folder(), { recursive: true });
    chmodSync(folder(), 0o755);
    plant(0o600);
    expect(await restarted()).not.toBe(PLANTED);
    expect(running?.runtime.status().warnings.map(({ text }) => text)).toEqual([
      `The control token is another one at the next start: ${folder()} is open to other users; run chmod 700 on it.`,
    ]);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ token: PLANTED });
  });
});

test('where no folder can be made, each start has its own, and nothing is said', async () => {
  writeFileSync(path.join(root, 'data'), 'a file in the way');
  const first = await restarted();
  expect(await restarted()).not.toBe(first);
  expect(running?.runtime.status().warnings).toEqual([]);
});

test('without a keeper nothing is kept', async () => {
  running = await startedRuntime({
    control: { token: 't', socket: null, http: { port, asked: true }, panelDir: null },
  });
  expect(existsSync(folder())).toBe(false);
});
