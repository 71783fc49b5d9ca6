// Starts a TypeScript file of this folder as a process of its own.

import { type ChildProcess, spawn } from 'node:child_process';

export function startScript(file: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}
