// Which process it is: its number, when it started, and on which machine, so that a number used again is not taken for it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as os from 'node:os';

/** `started` tells two processes of one number apart; null where the system does not say. */
export type ProcessMark = { pid: number; started: string | null; host: string };

export function ownMark(): ProcessMark {
  return { pid: process.pid, started: startOf(process.pid), host: os.hostname() };
}

/** Whether it surely runs no more. Of another machine that can't be known. */
export function hasEnded({ pid, started, host }: ProcessMark): boolean {
  if (host !== os.hostname()) return false;
  if (isGone(pid)) return true;
  const now = startOf(pid);
  return started !== null && now !== null && started !== now;
}

/** Whether no process of this machine has that number. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

const TIME_LIMIT_MS = 1500;

/** Compared with itself only: on Linux the boot and the clock ticks since then, on others what `ps` says. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') return startOnLinux(pid);
    if (process.platform === 'win32') return null;
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    const said = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { timeout: TIME_LIMIT_MS, env });
    return said.toString('utf8').trim() || null;
  } catch {
    // A process that ends meanwhile, or a system that keeps it to itself, says nothing.
    return null;
  }
}

const BOOT = '/proc/sys/kernel/random/boot_id';
/** The 22nd field; the second, in brackets, may hold blanks and brackets. */
const START_FIELD = 22 - 3;

function startOnLinux(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_FIELD];
  return ticks === undefined ? null : `${readFileSync(BOOT, 'utf8').trim()} ${ticks}`;
}
