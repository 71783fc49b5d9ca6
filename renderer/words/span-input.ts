// Spans as people type them: `2:00`, `1:30:00`, `90`, `5 min`, `2 h`.

const UNITS: Record<string, number> = { s: 1, sec: 1, min: 60, m: 60, h: 3600, d: 86_400 };
const HIGHEST_SECONDS = 366 * 86_400;

export const SPAN_HELP = 'Minutes and seconds are needed, such as 2:00, or 90 s, 5 min, 2 h.';

/** Whole seconds; null for what is no span, or longer than a year. */
export function spanFrom(typed: string): number | null {
  const text = typed.trim().toLowerCase();
  const seconds = clockSpan(text) ?? unitSpan(text);
  return seconds !== null && seconds <= HIGHEST_SECONDS ? seconds : null;
}

function clockSpan(text: string): number | null {
  const parts = /^(?:(\d{1,4}):)?(\d{1,4}):([0-5]\d)$/.exec(text);
  if (parts === null) return null;
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
}

function unitSpan(text: string): number | null {
  const parts = /^(\d{1,8})\s*([a-z]*)$/.exec(text);
  const unit = UNITS[parts?.[2] === '' ? 's' : (parts?.[2] ?? '')];
  return parts === null || unit === undefined ? null : Number(parts[1]) * unit;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `2:00`, from an hour on `1:30:00`: what a field shows, and reads back the same. */
export function spanShown(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
