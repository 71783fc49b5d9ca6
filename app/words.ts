// Numbers and names in words, the same wherever people read them.
import type { Group } from './events/kinds.ts';

/** Seconds as people say them: `12 s`, `5 min`, `6 h`, `5 h 12 min`. */
export function span(total: number): string {
  const whole = Math.max(0, Math.round(total));
  if (whole < 60) return `${whole} s`;
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = whole % 60;
  if (hours === 0) return rest === 0 || minutes >= 10 ? `${minutes} min` : `${minutes} min ${rest} s`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}

/** Milliseconds that passed: `120 ms`, `3.1 s`, `2 min 5 s`. */
export function elapsed(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : span(ms / 1000);
}

/** Milliseconds since a notice: `+120 ms`, `+3.1 s`. */
export function after(ms: number): string {
  return `+${elapsed(ms)}`;
}

/** Whose credentials they are. */
export const HOLDER_WORDS = { role: 'role', 'ec2-instance': 'instance' } as const;

/** `set 3 of IMDSv2`. */
export function setWords({ imds, number }: { imds: 'v1' | 'v2' | null; number: number | null }): string {
  return imds === null || number === null ? 'given by hand' : `set ${number} of IMDS${imds}`;
}

/** `holds set 3 of IMDSv2`, or that it is of the instance, or an older one. */
export function heldWords(held: HeldInWords): string {
  const whose = held.of === 'role' ? '' : ' of the instance';
  return `holds ${held.imds === null ? 'credentials ' : ''}${setWords(held)}${whose}${held.newest ? '' : ', an older one'}`;
}

type HeldInWords = Parameters<typeof setWords>[0] & { of: keyof typeof HOLDER_WORDS; newest: boolean };

/** More than these that came too late are folded. */
export const MOST_LATE = 3;

/** Those that came too late, folded: `8 others were too late`. */
export function lateWords(count: number): string {
  return count === 1 ? '1 other was too late' : `${count} others were too late`;
}

const GROUP_WORDS: Record<Group, string> = { spot: 'Spot', maintenance: 'Maintenance', lifecycle: 'Lifecycle' };

export function groupWords(group: Group): string {
  return GROUP_WORDS[group];
}
