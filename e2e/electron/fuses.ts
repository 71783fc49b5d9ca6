// Reads the fuses of an Electron binary: a sentinel, a version, a length, then one character each.
// https://github.com/electron/electron/blob/main/docs/tutorial/fuses.md
import { readFileSync } from 'node:fs';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const ON = '1'.charCodeAt(0);
const NAMES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'embeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
];

/** Which fuses are on; one that this Electron does not have is absent. */
export function readFuses(binary: string): Record<string, boolean> {
  const bytes = readFileSync(binary);
  const found = bytes.indexOf(SENTINEL);
  if (found < 0) throw new Error(`${binary} has no fuses`);
  const start = found + SENTINEL.length + 2;
  const states = [...bytes.subarray(start, start + (bytes[start - 1] ?? 0))];
  return Object.fromEntries(states.map((state, index) => [NAMES[index] ?? `fuse ${index}`, state === ON]));
}
