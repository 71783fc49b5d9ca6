// Until when something holds, as the panel writes it.
import { dayText } from './time-text.ts';

/** `until 22 Nov 14:05`, or `expired 22 Nov 14:05`; `now` in milliseconds since 1970. */
export function expirationText(expiration: string, now: number): string {
  const at = Date.parse(expiration);
  return `${at > now ? 'until' : 'expired'} ${dayText(at, now)}`;
}
