// Where a run can be found: its control socket, in a directory of the user's own.
import { promises, lstatSync, mkdirSync } from 'node:fs';
import * as http from 'node:http';
import * as net from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import envPaths from 'env-paths';

/** What a run is: without a window, with one, or in the place of AEMM. */
const RUNNING_KINDS = ['serve', 'window', 'mock'] as const;
export type RunningKind = (typeof RUNNING_KINDS)[number];

export type Running = { pid: number; socket: string; kind: RunningKind; endpoint: string | null };

const SOCKET_NAME = /^(serve|window|mock)-(\d{1,10})\.sock$/;
const PIPES = '\\\\.\\pipe\\';
/** A run loads what answers this with the first question, which may take a while on a busy machine; a dead one refuses at once. */
const ASK_TIMEOUT_MS = 3000;

/**
 * The control socket for a process: a Unix socket in a directory of the user's own, which is made (0700) if it is not there,
 * or a named pipe on Windows. METADECK_RUN_DIR names another directory.
 */
export function socketPath(pid: number, kind: RunningKind = 'serve'): string {
  if (process.platform === 'win32') return `${PIPES}${pipePrefix()}${kind}-${pid}.sock`;
  const folders = runFolders();
  const folder = folders.find((candidate) => makePrivate(candidate) === null) ?? folders.at(-1) ?? os.tmpdir();
  return path.join(folder, `${kind}-${pid}.sock`);
}

/** Makes a directory for the user alone. Null when it is one, or a sentence that says why it is not. */
export function makePrivate(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    if (lstatSync(folder).isSymbolicLink()) return `${folder} is a link; it must be a directory of your own.`;
    if (process.getuid && uid !== process.getuid()) return `${folder} belongs to another user; it must be your own.`;
    return (mode & 0o077) === 0 ? null : `${folder} is open to other users; run chmod 700 on it.`;
  } catch {
    return `${folder} can't be used for the control socket; set METADECK_RUN_DIR to a directory of your own.`;
  }
}

/** Every run of this user, by pid. Sockets that nobody answers on any more are removed. */
export async function findRunning(): Promise<Running[]> {
  const sockets = await listSockets();
  const found = await Promise.all(sockets.map(ask));
  return found.filter((one) => one !== null).sort((a, b) => a.pid - b.pid);
}

/** The directories for sockets, best first. A shell may lack what another has, so all of them are looked at. */
function runFolders(): string[] {
  const { METADECK_RUN_DIR: given, XDG_RUNTIME_DIR: runtime } = process.env;
  if (given) return [path.resolve(given)];
  const data = path.join(envPaths('metadeck', { suffix: '' }).data, 'run');
  const temporary = path.join(os.tmpdir(), `metadeck-${process.getuid?.() ?? 'user'}`);
  return runtime && isOwn(runtime) ? [path.join(runtime, 'metadeck'), data, temporary] : [data, temporary];
}

function isOwn(folder: string): boolean {
  try {
    return lstatSync(folder).uid === process.getuid?.();
  } catch {
    return false;
  }
}

function pipePrefix(): string {
  return `metadeck-${os.userInfo().username.replace(/[^\w-]/g, '_')}-`;
}

type Found = { pid: number; kind: RunningKind; socket: string };

async function listSockets(): Promise<Found[]> {
  const windows = process.platform === 'win32';
  const folders = windows ? [PIPES] : runFolders();
  const lists = await Promise.all(folders.map((folder) => listFolder(folder, windows ? pipePrefix() : '')));
  return lists.flat();
}

async function listFolder(folder: string, prefix: string): Promise<Found[]> {
  // A folder that is not there, or another user's, holds no socket of this user.
  const names = await promises.readdir(folder).catch(() => []);
  return names.flatMap((name) => {
    const parts = name.startsWith(prefix) ? SOCKET_NAME.exec(name.slice(prefix.length)) : null;
    const kind = RUNNING_KINDS.find((one) => one === parts?.[1]);
    return kind ? [{ pid: Number(parts?.[2]), kind, socket: prefix ? folder + name : path.join(folder, name) }] : [];
  });
}

/** Removes a socket's file when nobody listens on it. */
export async function removeIfDead(socket: string): Promise<void> {
  // One that can't be removed is in nobody's way: who wants its name is told when it listens.
  if (await isDead(socket)) await promises.rm(socket, { force: true }).catch(() => undefined);
}

/** Removes every socket of this user that nobody listens on. */
export async function removeDead(): Promise<void> {
  const sockets = await listSockets();
  await Promise.all(sockets.map(({ socket }) => removeIfDead(socket)));
}

/** Null when nobody listens on the socket, which is then removed, or when no answer comes in time. */
async function ask(found: Found): Promise<Running | null> {
  const text = await get(found.socket, '/v1/status');
  if (text !== null) return { ...found, endpoint: endpointIn(text) };
  await removeIfDead(found.socket);
  return null;
}

/** The body of the answer; null when none comes in time. */
function get(socket: string, target: string): Promise<string | null> {
  return new Promise((resolve) => {
    const options = { socketPath: socket, path: target, agent: false, timeout: ASK_TIMEOUT_MS };
    const request = http.get(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
      response.on('error', () => resolve(null));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(null));
  });
}

/** True when there is a file, and no process behind it. */
function isDead(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = net.connect(socket);
    connection.once('connect', () => resolve(false));
    connection.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' || error.code === 'ENOTSOCK'),
    );
    connection.once('connect', () => connection.destroy());
  });
}

function endpointIn(text: string): string | null {
  try {
    const endpoint = field(field(JSON.parse(text), 'data'), 'endpoint');
    return typeof endpoint === 'string' ? endpoint : null;
  } catch {
    return null;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
