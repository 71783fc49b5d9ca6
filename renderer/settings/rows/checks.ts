// What the fields of the Settings screen allow, by the settings' own schema. Pure.
import { hostsFrom, hostsProblem } from '../../../app/allowed-hosts.ts';
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

/** What is wrong with names as they were typed, or null. */
export function typedHostsProblem(typed: string): string | null {
  return hostsProblem(hostsFrom(typed));
}

/** An address that a socket can listen on; empty for 127.0.0.1 and ::1. */
export function addressProblem(typed: string): string | null {
  const shaped = /^[0-9A-Za-z:.%_-]*$/.test(typed);
  return shaped && typed.length <= 255 ? null : 'An address is needed, such as 127.0.0.1, :: or 192.168.1.20.';
}
