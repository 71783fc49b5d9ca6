// From the target of a request line to what is looked up: version and path (imds.md 2.1, 2.3 and 6).

/** Every build that the service lists, oldest first; `latest` comes after them (imds.md 2.1). */
export const VERSIONS = [
  '1.0',
  '2007-01-19',
  '2007-03-01',
  '2007-08-29',
  '2007-10-10',
  '2007-12-15',
  '2008-02-01',
  '2008-09-01',
  '2009-04-04',
  '2011-01-01',
  '2011-05-01',
  '2012-01-12',
  '2014-02-25',
  '2014-11-05',
  '2015-10-20',
  '2016-04-19',
  '2016-06-30',
  '2016-09-02',
  '2018-03-28',
  '2018-08-17',
  '2018-09-24',
  '2019-10-01',
  '2020-10-27',
  '2021-01-03',
  '2021-03-23',
  '2021-07-15',
  '2022-09-24',
  '2024-04-11',
  'latest',
] as const;

const KNOWN: ReadonlySet<string> = new Set(VERSIONS);

export type Target =
  | { kind: 'root' }
  /** `path` has neither version nor slashes at its ends; empty for the version's own listing. */
  | { kind: 'path'; version: string; path: string; slashAtEnd: boolean }
  | { kind: 'unknown-version'; version: string }
  | { kind: 'outside' }
  | { kind: 'malformed' };

export function parseTarget(target: string): Target {
  const names = targetNames(target);
  if (names.kind !== 'names') return names;
  const [version, ...rest] = names.names;
  if (version === undefined) return { kind: 'root' };
  if (!KNOWN.has(version)) return { kind: 'unknown-version', version };
  return { kind: 'path', version, path: rest.join('/'), slashAtEnd: names.slashAtEnd };
}

type Names =
  | { kind: 'names'; names: string[]; slashAtEnd: boolean }
  | Extract<Target, { kind: 'outside' | 'malformed' }>;

/** Takes the query off, decodes escapes once, resolves dots, and takes any number of slashes for one. */
export function targetNames(target: string): Names {
  const raw = withoutQuery(withoutOrigin(target));
  if (/%(?![0-9A-Fa-f]{2})/.test(raw)) return { kind: 'malformed' };
  const decoded = decode(raw);
  if (decoded === undefined) return { kind: 'outside' };
  const names = resolveDots(decoded.split('/'));
  return names ? { kind: 'names', names, slashAtEnd: decoded.endsWith('/') } : { kind: 'outside' };
}

/** A proxy-style request line carries a whole address. */
function withoutOrigin(target: string): string {
  const match = /^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i.exec(target);
  return match ? target.slice(match[0].length) : target;
}

function withoutQuery(target: string): string {
  const end = target.search(/[?#]/);
  return end < 0 ? target : target.slice(0, end);
}

/** Undefined when the escapes are well formed but their bytes are no text, which no path is. */
function decode(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}

/** The segments without empty ones and dots; undefined when they climb above the root. */
function resolveDots(segments: string[]): string[] | undefined {
  const resolved: string[] = [];
  for (const segment of segments) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') resolved.push(segment);
    else if (resolved.pop() === undefined) return undefined;
  }
  return resolved;
}
