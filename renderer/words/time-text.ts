// Times and spans as the panel writes them.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `01:42`, from an hour on `1:02:03`, from a day on `6 d 23 h`. Milliseconds; what has passed is `00:00`. */
export function countdownText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / SECOND - 0.05));
  if (seconds >= DAY / SECOND) return spanText(seconds * SECOND);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${two(minutes)}:${two(rest)}`;
}

/** A span in its two largest units, whole: `12 s`, `5 min`, `5 h 12 min`, `7 days`. */
export function spanText(ms: number): string {
  const span = Math.max(0, Math.round(ms / SECOND)) * SECOND;
  if (span < MINUTE) return `${span / SECOND} s`;
  if (span < HOUR) return twoUnits(Math.floor(span / MINUTE), 'min', Math.floor((span % MINUTE) / SECOND), 's');
  if (span < DAY) return twoUnits(Math.floor(span / HOUR), 'h', Math.floor((span % HOUR) / MINUTE), 'min');
  const hours = Math.round((span % DAY) / HOUR);
  const days = Math.floor(span / DAY) + (hours === 24 ? 1 : 0);
  if (days >= 2 || hours % 24 === 0) return days === 1 ? '1 day' : `${days} days`;
  return `1 d ${hours} h`;
}

function twoUnits(large: number, largeName: string, small: number, smallName: string): string {
  return small === 0 ? `${large} ${largeName}` : `${large} ${largeName} ${small} ${smallName}`;
}

/** `2:00`, as people write a notice. */
export function noticeText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

let inUtc = false;

/** In which zone times of day are written, from now on. */
export function setTimes(times: 'local' | 'utc'): void {
  inUtc = times === 'utc';
}

/** A moment whose UTC fields are what is to be written. */
function shown(at: number): Date {
  return new Date(inUtc ? at : at - new Date(at).getTimezoneOffset() * MINUTE);
}

/** `14:05:03`, in local time or in UTC as set. */
export function clockText(at: number): string {
  return shown(at).toISOString().slice(11, 19);
}

/** `14:05:03.112`. */
export function preciseText(at: number): string {
  return shown(at).toISOString().slice(11, 23);
}

/** `22 Nov 14:05`, and the year where it is another than that of `now`. */
export function dayText(at: number, now: number): string {
  const [date, today] = [shown(at), shown(now)];
  const year = date.getUTCFullYear() === today.getUTCFullYear() ? '' : ` ${date.getUTCFullYear()}`;
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}${year} ${clockText(at).slice(0, 5)}`;
}
