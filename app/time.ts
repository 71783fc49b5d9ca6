// Times as the wire and the control API write them.

/** The end of the year 9999: the last moment that the wire's formats can write. Milliseconds since 1970. */
export const LAST_MOMENT = 253_402_300_799_000;

/** Milliseconds since 1970 without the part of a second. */
export function wholeSeconds(at: number): number {
  return Math.floor(at / 1000) * 1000;
}

/** Milliseconds since 1970 as ISO 8601 in UTC with whole seconds, as every time on the wire is written (imds.md 1.3). */
export function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

let lastSecond = Number.NaN;
let lastText = '';

/**
 * Milliseconds since 1970 as ISO 8601 in UTC with milliseconds, as the control API writes times. Rows of the log are mostly
 * of the same second, whose text is kept.
 */
export function isoTime(at: number): string {
  const whole = Math.trunc(at);
  const second = Math.floor(whole / 1000);
  if (second !== lastSecond) {
    lastText = new Date(second * 1000).toISOString().slice(0, -4);
    lastSecond = second;
  }
  return `${lastText}${String(whole - second * 1000).padStart(3, '0')}Z`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `1 May 2021 22:00:00 GMT`: the times of scheduled events, the day without a leading zero (imds.md 3.3). */
export function gmtTime(at: number): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${date.toISOString().slice(11, 19)} GMT`;
}

/** `Thu, 01 Aug 2024 11:59:30 GMT`: a time in an HTTP header. */
export function httpTime(at: number): string {
  return new Date(at).toUTCString();
}
