// Which process listens on a TCP port, as far as the system tells: best effort, bounded in time, never an error.
import { promises } from 'node:fs';
import { execFile } from 'node:child_process';
import * as path from 'node:path';

export type Holder = { name: string; pid: number };

const TIME_LIMIT_MS = 1500;
/** The state LISTEN in /proc/net/tcp. */
const LISTEN = '0A';

/** The process that listens on `port`, or null where that can't be known. */
export async function portHolder(port: number): Promise<Holder | null> {
  const search = SEARCHES[process.platform];
  if (!search) return null;
  try {
    return await search(port);
  } catch {
    // A tool that is missing, or refuses this user, says nothing of the port, which is taken all the same.
    return null;
  }
}

const SEARCHES: Partial<Record<NodeJS.Platform, (port: number) => Promise<Holder | null>>> = {
  linux: holderOnLinux,
  darwin: async (port) => holderFromLsof(await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'])),
  win32: holderOnWindows,
};

async function holderOnLinux(port: number): Promise<Holder | null> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => promises.readFile(file, 'utf8').catch(() => '')),
  );
  const inodes = new Set(tables.flatMap((table) => listeningInodes(table, port)));
  if (inodes.size === 0) return null;
  const until = Date.now() + TIME_LIMIT_MS;
  for (const pid of await promises.readdir('/proc')) {
    if (Date.now() > until) return null;
    if (/^\d+$/.test(pid) && (await holdsSocket(pid, inodes)))
      return { name: await processName(pid), pid: Number(pid) };
  }
  return null;
}

/** The inodes of the sockets that listen on `port`, from a table such as /proc/net/tcp. */
export function listeningInodes(table: string, port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === LISTEN && local?.endsWith(`:${hex}`) === true)
    .flatMap((columns) => columns[9] ?? []);
}

async function holdsSocket(pid: string, inodes: Set<string>): Promise<boolean> {
  const folder = `/proc/${pid}/fd`;
  const files = await promises.readdir(folder).catch(() => []);
  const targets = await Promise.all(files.map((file) => promises.readlink(path.join(folder, file)).catch(() => '')));
  return targets.some((target) => inodes.has(/^socket:\[(\d+)\]$/.exec(target)?.[1] ?? ''));
}

/** The program's file name; the command name where the file can't be read. */
async function processName(pid: string): Promise<string> {
  const program = await promises.readlink(`/proc/${pid}/exe`).catch(() => null);
  if (program !== null) return path.basename(program.replace(/ \(deleted\)$/, ''));
  const command = await promises.readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'a process');
  return command.trim();
}

/** From `lsof -Fpc`: a line with `p` and the pid, then one with `c` and the command. */
export function holderFromLsof(output: string): Holder | null {
  const pid = /^p(\d+)$/m.exec(output)?.[1];
  const name = /^c(.+)$/m.exec(output)?.[1];
  return pid !== undefined && name !== undefined ? { name, pid: Number(pid) } : null;
}

async function holderOnWindows(port: number): Promise<Holder | null> {
  const pid = pidFromNetstat(await run('netstat', ['-ano', '-p', 'TCP']), port);
  if (pid === null) return null;
  const row = await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
  return { name: /^"([^"]+)"/m.exec(row)?.[1] ?? 'a process', pid };
}

/** From `netstat -ano`: the last column of the row that listens on `port`. A listening row has a remote port of 0 in every language. */
export function pidFromNetstat(output: string, port: number): number | null {
  const row = output
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/))
    .find(([, local, remote]) => local?.endsWith(`:${port}`) === true && remote?.endsWith(':0') === true);
  const pid = Number(row?.at(-1));
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

function run(command: string, parameters: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, parameters, { timeout: TIME_LIMIT_MS, windowsHide: true }, (_error, stdout) => resolve(stdout));
  });
}
