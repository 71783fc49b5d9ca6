// What the fields of the Settings screen allow, by the settings' own schema. Pure.
import { KEPT_REQUESTS } from '../../../app/settings/kept-requests.ts';
import { settings } from '../../../app/settings/schema.ts';

/** What is wrong with a port, or null. */
export function portProblem(typed: string): string | null {
  const fits = /^\d{1,5}$/.test(typed) && settings.shape.port.safeParse(Number(typed)).success;
  return fits ? null : 'A whole number from 0 to 65535 is needed; 0 takes a free port.';
}

/** What is wrong with a number of requests to keep, or null. */
export function keptRequestsProblem(typed: string): string | null {
  const { least, most } = KEPT_REQUESTS;
  const fits = /^\d{1,5}$/.test(typed) && settings.shape.keptRequests.safeParse(Number(typed)).success;
  return fits ? null : `A whole number from ${least} to ${most} is needed.`;
}

/** Names as people write a list of them. */
export function hostsFrom(typed: string): string[] {
  return typed.split(/[\s,]+/).filter(Boolean);
}

export function hostsProblem(typed: string): string | null {
  const wrong = hostsFrom(typed).find((name) => !settings.shape.allowedHosts.safeParse([name]).success);
  if (wrong !== undefined) return `${wrong} is no host name; one such as imds.example.com is needed, without a port.`;
  return settings.shape.allowedHosts.safeParse(hostsFrom(typed)).success ? null : 'At most 100 names fit.';
}

/** An address that a socket can listen on; empty for 127.0.0.1 and ::1. */
export function addressProblem(typed: string): string | null {
  const shaped = /^[0-9A-Za-z:.%_-]*$/.test(typed);
  return shaped && typed.length <= 255 ? null : 'An address is needed, such as 127.0.0.1, :: or 192.168.1.20.';
}
