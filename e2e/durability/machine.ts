// What of this machine a test needs, and why it is skipped where that can't be had.

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { TestContext } from 'vitest';
import { CLI } from '../product/serve.ts';

/** Two users that need no account: whoever runs as root can be anybody. */
export const ALICE = 64_001;
export const BOB = 64_002;

/** Skips the test, or all of a file where it is asked for before each: with the reason, where there is one. */
export function skipFor(context: TestContext, why: string | null): void {
  if (why !== null) context.skip(why);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Why nobody else can be made; null where they can. */
export function whyNoOthers(): string | null {
  if (!isRoot()) return 'only root can run something as another user';
  try {
    execFileSync(process.execPath, [CLI, '--version'], { uid: ALICE, gid: ALICE, stdio: 'ignore', cwd: '/' });
    return null;
  } catch {
    return 'another user may not read the build or Node in the folders where they lie';
  }
}

/** Mounts a small disk of its own at a new folder; why it can't be, or null. */
export function mountSmall(folder: string): string | null {
  if (process.platform !== 'linux') return 'a small disk is made on Linux only';
  if (!isRoot()) return 'only root can mount a disk';
  mkdirSync(folder);
  return attempt('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'metadeck-test', folder], 'no disk can be mounted here');
}

export function remount(folder: string, how: 'ro' | 'rw'): void {
  call('mount', ['-o', `remount,${how}`, folder]);
}

export function unmount(folder: string): void {
  call('umount', ['-l', folder]);
}

export function makeFifo(file: string): string | null {
  return attempt('mkfifo', [file], 'no FIFO can be made here');
}

/** The same as /dev/null, under another name. */
export function makeDevice(file: string): string | null {
  return attempt(
    'mknod',
    [file, 'c', '1', '3'],
    'no device can be made here: that takes root, and a disk that allows it',
  );
}

function call(command: string, args: string[]): void {
  execFileSync(command, args, { stdio: 'ignore' });
}

function attempt(command: string, args: string[], why: string): string | null {
  try {
    call(command, args);
    return null;
  } catch {
    return why;
  }
}
