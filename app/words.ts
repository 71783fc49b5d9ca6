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

/** Milliseconds as seconds with one decimal: `3.1 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

const GROUP_WORDS: Record<Group, string> = { spot: 'Spot', maintenance: 'Maintenance', lifecycle: 'Lifecycle' };

export function groupWords(group: Group): string {
  return GROUP_WORDS[group];
}
