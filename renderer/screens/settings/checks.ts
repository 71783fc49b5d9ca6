// What the fields of the Settings screen allow, by the settings' own schema. Pure.
import { settings } from '../../../app/settings.ts';

/** What is wrong with a port, or null. */
export function portProblem(typed: string): string | null {
  const fits = /^\d{1,5}$/.test(typed) && settings.shape.port.safeParse(Number(typed)).success;
  return fits ? null : 'A whole number from 0 to 65535 is needed; 0 takes a free port.';
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

/** Where a JSON text breaks, in words that name the line; null where it is JSON. */
export function jsonProblem(text: string): string | null {
  if (parseError(text) === null) return null;
  const lines = text.split('\n');
  const line = firstBrokenLine(lines);
  return line > lines.length ? 'This is no JSON: it ends too soon.' : `This is no JSON: line ${line} can't be read.`;
}

function parseError(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return String(error);
  }
}

/** Engines name no line, but a text that only ends too soon is told apart: the first line after which it is more than that. */
function firstBrokenLine(lines: readonly string[]): number {
  let [low, high] = [1, lines.length + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBroken(lines.slice(0, middle).join('\n'))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isBroken(start: string): boolean {
  const error = parseError(start);
  if (error === null || /end of JSON|unterminated/i.test(error)) return false;
  const position = /position (\d+)/.exec(error)?.[1];
  return position === undefined || Number(position) < start.length;
}
