// Which runs there are: those that answer on their control socket.
import { promises } from 'node:fs';
import * as http from 'node:http';
import * as net from 'node:net';
import * as path from 'node:path';
import {
  isOwnSocket,
  pipePrefix,
  PIPES,
  RUNNING_KINDS,
  runFolders,
  type RunningKind,
  trustProblem,
} from './run-folder.ts';

export type Running = { pid: number; socket: string; kind: RunningKind; endpoint: string | null };

const SOCKET_NAME = /^(serve|window|mock)-(\d{1,10})\.sock$/;
/** A run loads what answers this with the first question, which may take a while on a busy machine; a dead one refuses at once. */
const ASK_TIMEOUT_MS = 3000;

/**
 * Every run of this user, by pid. Sockets that nobody answers on any more are removed. `say` hears a sentence of each place
 * that is there and was not looked at, since others may have put something into it.
 */
export async function findRunning(say: (text: string) => void = () => undefined): Promise<Running[]> {
  const sockets = await listSockets(say);
  const found = await Promise.all(sockets.map(ask));
  return found.filter((one) => one !== null).sort((a, b) => a.pid - b.pid);
}

/** Whether a live process of this user is a run, by its socket alone: it need not answer. */
export async function isRun(pid: number): Promise<boolean> {
  return (await listSockets(() => undefined)).some((one) => one.pid === pid);
}

type Found = { pid: number; kind: RunningKind; socket: string };

async function listSockets(say: (text: string) => void): Promise<Found[]> {
  if (process.platform === 'win32') return (await namesIn(PIPES)).flatMap((name) => foundIn(PIPES, name, pipePrefix()));
  const lists = await Promise.all(runFolders().map((folder) => listFolder(folder, say)));
  return lists.flat();
}

async function listFolder(folder: string, say: (text: string) => void): Promise<Found[]> {
  const problem = trustProblem(folder);
  if (problem === 'not-there') return [];
  if (problem !== null) {
    say(`${problem} No run is looked for there.`);
    return [];
  }
  const names = await namesIn(folder);
  return names.flatMap((name) => foundIn(`${folder}${path.sep}`, name, '')).filter(({ socket }) => isOwnSocket(socket));
}

function namesIn(folder: string): Promise<string[]> {
  // One that can't be read holds nothing that could be asked.
  return promises.readdir(folder).catch(() => []);
}

function foundIn(place: string, name: string, prefix: string): Found[] {
  const parts = name.startsWith(prefix) ? SOCKET_NAME.exec(name.slice(prefix.length)) : null;
  const kind = RUNNING_KINDS.find((one) => one === parts?.[1]);
  return kind ? [{ pid: Number(parts?.[2]), kind, socket: place + name }] : [];
}

/** Removes a socket of this user when nobody listens on it; whatever else has its name stays. */
export async function removeIfDead(socket: string): Promise<void> {
  // One that can't be removed is in nobody's way: who wants its name is told when it listens.
  if (isOwnSocket(socket) && (await isDead(socket))) await promises.rm(socket, { force: true }).catch(() => undefined);
}

/** Removes every socket of this user that nobody listens on. */
export async function removeDead(): Promise<void> {
  const sockets = await listSockets(() => undefined);
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
    connection.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
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
