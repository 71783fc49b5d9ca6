// The dialect of the real service on Nitro: headers in their order, error bodies, listings (imds.md 2.2, 2.4 and 2.6).
import type { Abilities } from '../abilities.ts';
import { VERSIONS } from '../answer/target.ts';
import { httpTime } from '../time.ts';
import type { Page, Wire } from '../answer/page.ts';

const SERVER = 'EC2ws';
const TTL_HEADER = 'X-Aws-Ec2-Metadata-Token-Ttl-Seconds';

/** Headers in the order of the service, which keeps a connection where the client asked for that by name (imds.md 2.4). */
const WIRE: Wire = {
  head({ before, after }, { tokenTtl, date, keepAlive }) {
    const headers = tokenTtl === undefined ? [] : [TTL_HEADER, String(tokenTtl)];
    headers.push(...before, 'Date', date, 'Server', SERVER);
    if (!keepAlive) headers.push('Connection', 'close');
    if (after.length > 0) headers.push(...after);
    return headers;
  },
  keepsAlive: ({ toKeepAlive }) => toKeepAlive,
};

const NOTHING: readonly string[] = [];

type Content = { body: string | Uint8Array; shown?: string | undefined; contentType: string; lastModified: number };

/** 200 on a metadata path. */
export function contentPage(abilities: Abilities, content: Content): Page {
  const length = typeof content.body === 'string' ? abilities.toUtf8(content.body).length : content.body.length;
  const before = [
    'Content-Type',
    content.contentType,
    'Accept-Ranges',
    'none',
    'Last-Modified',
    httpTime(content.lastModified),
    'Content-Length',
    String(length),
  ];
  const page = { wire: WIRE, status: 200, reason: 'OK', before, after: NOTHING, body: content.body };
  return content.shown === undefined ? page : { ...page, shown: content.shown };
}

/** 200 on the token path; the log never sees more than six characters of it. */
export function tokenPage(token: string): Page {
  const before = ['Content-Type', 'text/plain', 'Content-Length', String(token.length)];
  return { wire: WIRE, status: 200, reason: 'OK', before, after: NOTHING, body: token, shown: `${token.slice(0, 6)}…` };
}

const NOT_FOUND_BODY = `<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
\t\t "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
 <head>
  <title>404 - Not Found</title>
 </head>
 <body>
  <h1>404 - Not Found</h1>
 </body>
</html>
`;

/** 339 bytes of XHTML (imds.md 2.6). */
export const NOT_FOUND: Page = {
  wire: WIRE,
  status: 404,
  reason: 'Not Found',
  before: ['Content-Type', 'text/html', 'Content-Length', String(NOT_FOUND_BODY.length)],
  after: NOTHING,
  body: NOT_FOUND_BODY,
};

function empty(status: number, reason: string, allow?: string): Page {
  const before = [...(allow === undefined ? [] : ['Allow', allow]), 'Content-Length', '0'];
  return { wire: WIRE, status, reason, before, after: ['Content-Type', 'text/plain'], body: '' };
}

export const BAD_REQUEST = empty(400, 'Bad Request');
export const UNAUTHORIZED = empty(401, 'Unauthorized');
export const FORBIDDEN = empty(403, 'Forbidden');
export const TOKEN_METHODS = empty(405, 'Not Allowed', 'OPTIONS, PUT');
export const METADATA_METHODS = empty(405, 'Not Allowed', 'GET, HEAD');
export const TOKEN_OPTIONS: Page = { ...TOKEN_METHODS, status: 200, reason: 'OK' };
export const TOO_LARGE = empty(413, 'Payload Too Large');
export const HEADERS_TOO_LARGE = empty(431, 'Request Header Fields Too Large');
export const EXPECTATION_FAILED = empty(417, 'Expectation Failed');
export const TIMED_OUT = empty(408, 'Request Timeout');
/** Metadeck's own mistake, in the shape of the service's empty answers. */
export const INTERNAL = empty(500, 'Internal Server Error');

/** `GET /`: every build and `latest`, one a line, no newline at the end (imds.md 2.1). */
export const VERSION_LISTING = VERSIONS.join('\n');

/**
 * The names in a directory, each with whether it is one itself: sorted, one a line, directories with a slash, no newline at
 * the end; the version's own level has no slashes.
 */
export function listing(directory: string, names: ReadonlyMap<string, boolean>, keyName: string | undefined): string {
  const shown = [...names.keys()].filter((name) => directory !== 'dynamic' || name !== 'fws');
  return shown
    .sort()
    .map((name) => listed(directory, name, names.get(name) === true, keyName))
    .join('\n');
}

function listed(directory: string, name: string, isDirectory: boolean, keyName: string | undefined): string {
  if (directory === '' || !isDirectory) return name;
  return directory === 'meta-data/public-keys' && name === '0' && keyName !== undefined ? `0=${keyName}` : `${name}/`;
}
