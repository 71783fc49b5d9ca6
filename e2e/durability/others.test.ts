// Another user of the same machine plants what they can: nothing of it is asked, followed, written to or removed.

import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ALICE, BOB, skipFor, whyNoOthers } from './machine.ts';
import { ask, edit, end, expectEnd, run, serve, tryServe, type Place } from './process.ts';

const why = whyNoOthers();
const servers: Server[] = [];
let folder = '';
let alice: Place = { folder };

/** A folder of that user's. */
function home(name: string, uid: number, mode: number): string {
  const made = path.join(folder, name);
  mkdirSync(made);
  chownSync(made, uid, uid);
  chmodSync(made, mode);
  return made;
}

/** A socket of Bob's that counts who comes. */
async function trap(at: string): Promise<() => number> {
  let came = 0;
  const server = createServer((socket) => {
    came += 1;
    socket.destroy();
  }).listen(at);
  servers.push(server);
  await once(server, 'listening');
  chownSync(at, BOB, BOB);
  chmodSync(at, 0o777);
  return () => came;
}

beforeEach((context) => {
  folder = mkdtempSync(path.join(tmpdir(), 'metadeck-others-'));
  chmodSync(folder, 0o755);
  skipFor(context, why);
  alice = { folder: home('alice', ALICE, 0o700), uid: ALICE };
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a run folder of theirs: no command asks there, and serve has control over TCP alone', async () => {
  const planted = home('bob', BOB, 0o755);
  const came = await trap(path.join(planted, 'serve-4711.sock'));
  const there = { ...alice, env: { METADECK_RUN_DIR: planted } };
  const status = await run(there, 'status');
  expect(status).toMatchObject({ code: 1, out: '' });
  expect(status.err).toContain(`${planted} belongs to another user; it must be your own. No run is looked for there.`);
  const serving = await serve(there);
  expect(await edit(serving, 'a', '1')).toMatchObject({ status: 200 });
  expect((await ask(serving, 'GET', '/v1/status')).body.data).toMatchObject({ control: { socket: null } });
  const { code, err } = await end(serving);
  expect(code).toBe(0);
  expect(err).toContain('it must be your own. Control is over TCP alone.');
  expect(came()).toBe(0);
});

test('a socket of theirs in a folder of one’s own is not asked', async () => {
  const own = path.join(alice.folder, 'run');
  mkdirSync(own, { mode: 0o700 });
  chownSync(own, ALICE, ALICE);
  const came = await trap(path.join(own, 'serve-4711.sock'));
  expectEnd(await run(alice, 'status'), 1, 'No running Metadeck');
  expect(came()).toBe(0);
});

test('a run folder that is a link of theirs: what it leads to stays', async () => {
  const mine = path.join(alice.folder, 'mine');
  mkdirSync(mine, { mode: 0o700 });
  chownSync(mine, ALICE, ALICE);
  writeFileSync(path.join(mine, 'serve-78.sock'), 'mine');
  const link = path.join(folder, 'link');
  symlinkSync(mine, link);
  lchownSync(link, BOB, BOB);
  const status = await run({ ...alice, env: { METADECK_RUN_DIR: link } }, 'status');
  expect(status.err).toContain(`${link} is a link; it must be a directory of your own.`);
  expect(existsSync(path.join(mine, 'serve-78.sock'))).toBe(true);
});

test('in a folder that both may write to, a link of theirs is not followed, and they read nothing', async () => {
  const shared = home('shared', BOB, 0o777);
  const secret = path.join(alice.folder, 'secret.json');
  writeFileSync(secret, '{"not": "a world"}');
  chownSync(secret, ALICE, ALICE);
  symlinkSync(secret, path.join(shared, 'planted.json'));
  lchownSync(path.join(shared, 'planted.json'), BOB, BOB);
  const refused = await tryServe(alice, '--world', path.join(shared, 'planted.json'));
  expectEnd(refused, 1, 'is a link of another user');
  expect(readFileSync(secret, 'utf8')).toBe('{"not": "a world"}');
  const world = path.join(shared, 'world.json');
  const serving = await serve(alice, '--world', world);
  await edit(serving, 'a', '1');
  await end(serving);
  const { mode, uid } = statSync(world);
  expect([mode & 0o777, uid]).toEqual([0o600, ALICE]);
});
