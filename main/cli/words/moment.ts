// For commander: a moment, as a time or as how long from now.
import { InvalidArgumentError } from 'commander';

const UNITS_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const FROM_NOW = /^(\d{1,8}(?:\.\d{1,3})?)([smhd])$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** RFC 3339; in UTC where it was given from `now`, milliseconds since 1970. */
export function moment(given: string, now: number): string {
  const [, count, unit = ''] = FROM_NOW.exec(given) ?? [];
  if (count !== undefined) return new Date(now + Number(count) * (UNITS_MS[unit] ?? 0)).toISOString();
  if (TIME.test(given) && !Number.isNaN(Date.parse(given))) return given;
  throw new InvalidArgumentError(
    'A time is needed, such as 2030-01-21T09:00:00Z, or how long from now, such as 90s, 30m, 2h or 7d.',
  );
}
