// Finding runs by their sockets, and forgetting the dead.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as http from 'node:http';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findRunning, makePrivate, socketPath } from './discovery.ts';
import { openOne } from './listen.ts';

const closers: (() => Promise<void>)[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'metadeck-run-'));
  vi.stubEnv('METADECK_RUN_DIR', folder);
});
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
  rmSync(folder, { recursive: true, force: true });
});

async function answerAt(socket: string, body: string): Promise<void> {
  const opened = await openOne(
    http.createServer((_request, response) => response.end(body)),
    { path: socket },
  );
  if (!opened.ok) throw new Error(opened.code);
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

test('a socket that nobody answers on is removed, and no other file is touched', async () => {
  const dead = socketPath(4121);
  const other = path.join(folder, 'notes.txt');
  writeFileSync(dead, '');
  writeFileSync(other, '');
  expect(await findRunning()).toEqual([]);
  expect(existsSync(dead)).toBe(false);
  expect(existsSync(other)).toBe(true);
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

test('a directory that is open to others is refused, with what to do', () => {
  const open = path.join(folder, 'open');
  mkdirSync(open);
  chmodSync(open, 0o755);
  expect(makePrivate(open)).toBe(`${open} is open to other users; run chmod 700 on it.`);
});
