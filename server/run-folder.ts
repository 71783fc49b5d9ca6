// Where control sockets are: a directory of the user's own, that nobody else can put anything into.
import { lstatSync, mkdirSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import envPaths from 'env-paths';

/** What a run is: without a window, with one, or in the place of AEMM. */
export const RUNNING_KINDS = ['serve', 'window', 'mock'] as const;
export type RunningKind = (typeof RUNNING_KINDS)[number];

/** Where Windows has its named pipes, which are no files. */
export const PIPES = '\\\\.\\pipe\\';

const OTHERS = 0o077;
const OTHERS_MAY_WRITE = 0o002;
/** Who may write to a socket may open it. */
const OTHERS_MAY_OPEN = 0o022;
/** Nobody may rename or remove there what is not their own. */
const STICKY = 0o1000;

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

/** The directories for sockets, best first. A shell may lack what another has, so all of them are looked at. */
export function runFolders(): string[] {
  const { METADECK_RUN_DIR: given, XDG_RUNTIME_DIR: runtime } = process.env;
  if (given) return [path.resolve(given)];
  const data = path.join(envPaths('metadeck', { suffix: '' }).data, 'run');
  const temporary = path.join(os.tmpdir(), `metadeck-${process.getuid?.() ?? 'user'}`);
  return runtime && belongsToUser(runtime) ? [path.join(runtime, 'metadeck'), data, temporary] : [data, temporary];
}

export function pipePrefix(): string {
  return `metadeck-${os.userInfo().username.replace(/[^\w-]/g, '_')}-`;
}

/** Makes a directory for the user alone. Null when it is one, or a sentence that says why it is not. */
export function makePrivate(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // What is wrong with it is said of what is there.
  }
  const problem = trustProblem(folder);
  return problem === 'not-there' ? cannotBeUsed(folder) : problem;
}

/** Null for a directory that only this user can put anything into, `not-there`, or a sentence that says why it is not used. */
export function trustProblem(folder: string): string | null {
  try {
    const found = lstatSync(folder);
    const { uid, mode } = found;
    if (found.isSymbolicLink()) return `${folder} is a link; it must be a directory of your own.`;
    if (!found.isDirectory()) return cannotBeUsed(folder);
    if (process.getuid && uid !== process.getuid()) return `${folder} belongs to another user; it must be your own.`;
    if ((mode & OTHERS) !== 0) return `${folder} is open to other users; run chmod 700 on it.`;
    const around = path.dirname(folder);
    return canBeReplacedIn(around) ? `${around} lets other users replace ${folder}; run chmod o-w on it.` : null;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? 'not-there' : cannotBeUsed(folder);
  }
}

function cannotBeUsed(folder: string): string {
  return `${folder} can't be used for the control socket; set METADECK_RUN_DIR to a directory of your own.`;
}

function canBeReplacedIn(around: string): boolean {
  const { mode } = lstatSync(around);
  return (mode & OTHERS_MAY_WRITE) !== 0 && (mode & STICKY) === 0;
}

/** Whether it is a socket that this user has made and others can't open; on Windows the system sees to it. */
export function isOwnSocket(file: string): boolean {
  if (process.platform === 'win32') return true;
  try {
    const found = lstatSync(file);
    return found.isSocket() && found.uid === process.getuid?.() && (found.mode & OTHERS_MAY_OPEN) === 0;
  } catch {
    return false;
  }
}

function belongsToUser(folder: string): boolean {
  try {
    return lstatSync(folder).uid === process.getuid?.();
  } catch {
    return false;
  }
}
