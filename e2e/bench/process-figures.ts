// What the system says of a process: resident memory and processor time. Linux only; elsewhere NaN.

import { existsSync, readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;
const UTIME = 11;
const STIME = 12;

/** Resident memory in MiB. */
export function residentMiB(pid: number): number {
  const file = `/proc/${pid}/status`;
  const kib = existsSync(file) ? /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  return Number(kib) / 1024;
}

/** Seconds of processor time that the process has used. */
export function cpuSeconds(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  // The name, in brackets, may have blanks of its own.
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[UTIME]) + Number(fields[STIME])) / TICKS_A_SECOND;
}
