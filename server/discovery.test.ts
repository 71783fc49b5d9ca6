// Finding runs by their sockets, and forgetting the dead.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import * as http from 'node:http';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deadSocket } from './dead-socket.example.ts';
import { findRunning, removeDead } from './discovery.ts';
import { makePrivate, socketPath } from './run-folder.ts';
import { openOne } from './listen.ts';

const closers: (() => Promise<void>)[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-run-'));
  vi.stubEnv('METADECK_RUN_DIR', folder);
});
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

async function answerAt(socket: string, body: string): Promise<void> {
  const opened = await openOne(
    http.createServer((_request, response) => response.end(body)),
    { path: socket },
  );
  if (!opened.ok) throw new Error(opened.code);
  chmodSync(socket, 0o600);
  closers.push(opened.close);
}

test('those that answer are found, by pid', async () => {
  await answerAt(socketPath(300, 'window'), '{"ok":true,"data":{"endpoint":null}}');
  await answerAt(socketPath(20), '{"ok":true,"data":{"endpoint":"http://127.0.0.1:1338"}}');
  expect(await findRunning()).toEqual([
    { pid: 20, kind: 'serve', socket: path.join(folder, 'serve-20.sock'), endpoint: 'http://127.0.0.1:1338' },
    { pid: 300, kind: 'window', socket: path.join(folder, 'window-300.sock'), endpoint: null },
  ]);
});

test('a socket that nobody answers on is removed, and nothing else is, whatever its name', async () => {
  const dead = await deadSocket(socketPath(4121));
  const others = ['notes.txt', 'serve-4122.sock'].map((name) => path.join(folder, name));
  for (const other of others) writeFileSync(other, '');
  const elsewhere = await deadSocket(path.join(folder, 'elsewhere'));
  symlinkSync(elsewhere, socketPath(4123));
  expect(await findRunning()).toEqual([]);
  expect(existsSync(dead)).toBe(false);
  for (const other of [...others, elsewhere, socketPath(4123)]) expect(existsSync(other)).toBe(true);
});

test('without any directory there is nothing to find', async () => {
  vi.stubEnv('METADECK_RUN_DIR', path.join(folder, 'nowhere'));
  expect(await findRunning()).toEqual([]);
});

test('the runtime directory is used when it is there, with a directory of our own in it', () => {
  vi.stubEnv('METADECK_RUN_DIR', '');
  vi.stubEnv('XDG_RUNTIME_DIR', folder);
  expect(socketPath(7)).toBe(path.join(folder, 'metadeck', 'serve-7.sock'));
  expect(statSync(path.join(folder, 'metadeck')).mode & 0o777).toBe(0o700);
});

function openFolder(): string {
  const open = path.join(folder, 'open');
  mkdirSync(open);
  chmodSync(open, 0o755);
  return open;
}

function linked(): string {
  mkdirSync(path.join(folder, 'real'), { mode: 0o700 });
  symlinkSync('real', path.join(folder, 'link'));
  return path.join(folder, 'link');
}

function replaceable(): string {
  const around = path.join(folder, 'around');
  mkdirSync(path.join(around, 'run'), { recursive: true, mode: 0o700 });
  chmodSync(around, 0o777);
  return path.join(around, 'run');
}

describe.skipIf(process.platform === 'win32')('a directory that others can put something into', () => {
  const CASES: [string, () => string, (place: string) => string][] = [
    ['open to all', openFolder, (place) => `${place} is open to other users; run chmod 700 on it.`],
    ['a link', linked, (place) => `${place} is a link; it must be a directory of your own.`],
    [
      'where others may replace it',
      replaceable,
      (place) => `${path.dirname(place)} lets other users replace ${place}; run chmod o-w on it.`,
    ],
  ];

  test.each(CASES)('%s: is not used, and what is in it is neither asked nor removed', async (_name, make, why) => {
    const place = make();
    vi.stubEnv('METADECK_RUN_DIR', place);
    await answerAt(path.join(place, 'serve-20.sock'), '{"ok":true,"data":{"endpoint":null}}');
    const dead = await deadSocket(path.join(place, 'serve-21.sock'));
    const said: string[] = [];
    expect(await findRunning((text) => said.push(text))).toEqual([]);
    expect(said).toEqual([`${why(place)} No run is looked for there.`]);
    await removeDead();
    expect(existsSync(dead)).toBe(true);
    expect(makePrivate(place)).toBe(why(place));
  });

  test('one of another user is not used', () => {
    vi.spyOn(process, 'getuid').mockReturnValue((process.getuid?.() ?? 0) + 1);
    expect(makePrivate(folder)).toBe(`${folder} belongs to another user; it must be your own.`);
  });
});

test.skipIf(process.platform === 'win32')('a socket that others may open is not asked', async () => {
  const socket = socketPath(30);
  await answerAt(socket, '{"ok":true,"data":{"endpoint":null}}');
  chmodSync(socket, 0o777);
  expect(await findRunning()).toEqual([]);
});
