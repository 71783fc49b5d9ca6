// The dialect of AEMM: Go's web server with its headers and their order, error pages, and listings.
import type { Abilities } from '../abilities.ts';
import type { Page, Wire } from '../answer/page.ts';

const TTL_HEADER = 'X-Aws-Ec2-Metadata-Token-Ttl-Seconds';
const NOTHING: readonly string[] = [];

/** Headers in the order of Go's web server, which keeps a connection unless it is HTTP/1.0 or the client wants it closed. */
const WIRE: Wire = {
  head({ before, after }, { date, keepAlive }) {
    const headers = [...before, 'Date', date, ...after];
    return keepAlive ? headers : [...headers, 'Connection', 'close'];
  },
  keepsAlive: ({ toClose, httpVersion }) => !toClose && httpVersion !== '1.0',
};

function page(status: number, reason: string, headers: readonly string[], body: string | Uint8Array, length: number) {
  return {
    wire: WIRE,
    status,
    reason,
    before: headers,
    after: ['Content-Length', String(length)],
    body,
  } as const satisfies Page;
}

type Content = { body: string | Uint8Array; shown?: string | undefined; contentType: string };

/** 200 with a body. */
export function contentPage(abilities: Abilities, { body, shown, contentType }: Content): Page {
  const length = typeof body === 'string' ? abilities.toUtf8(body).length : body.length;
  const made = page(200, 'OK', ['Content-Type', contentType], body, length);
  return shown === undefined ? made : { ...made, shown };
}

/** 200 and nothing else, as a handler of Go's that writes nothing. */
export const NOTHING_SAID: Page = page(200, 'OK', NOTHING, '', 0);

/** 200 on the token path; the log never sees more than six characters of it. */
export function tokenPage(token: string, ttlSeconds: number): Page {
  const headers = ['Content-Type', 'text/plain', TTL_HEADER, String(ttlSeconds)];
  return { ...page(200, 'OK', headers, token, token.length), shown: `${token.slice(0, 6)}…` };
}

/** An error as Go's `http.Error` writes it. */
function error(status: number, reason: string, text: string): Page {
  const headers = ['Content-Type', 'text/plain; charset=utf-8', 'X-Content-Type-Options', 'nosniff'];
  return page(status, reason, headers, `${text}\n`, text.length + 1);
}

export const NOT_FOUND = error(
  404,
  'Not Found',
  `<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
\t"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
 <head>
  <title>404 - Not Found</title>
 </head>
 <body>
  <h1>404 - Not Found</h1>
 </body>
</html>`,
);

function refusal(status: number, reason: string): Page {
  return error(
    status,
    reason,
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
   <head>
      <title>${status} - ${reason}</title>
   </head>
   <body>
      <h1>${status} - ${reason}</h1>
   </body>
</html>`,
  );
}

export const BAD_REQUEST = refusal(400, 'Bad Request');
export const UNAUTHORIZED = refusal(401, 'Unauthorized');

/** What the server itself refuses, before anything of AEMM's is asked: the status line again, as text. */
function byServer(status: number, reason: string): Page {
  const body = `${status} ${reason}`;
  return page(status, reason, ['Content-Type', 'text/plain; charset=utf-8'], body, body.length);
}

export const MALFORMED = byServer(400, 'Bad Request');
export const HEADERS_TOO_LARGE = byServer(431, 'Request Header Fields Too Large');
export const TIMED_OUT = byServer(408, 'Request Timeout');
export const TOO_LARGE = byServer(413, 'Payload Too Large');
export const EXPECTATION_FAILED = byServer(417, 'Expectation Failed');
/** Metadeck's own mistake, as Go's `http.Error` would tell it. */
export const INTERNAL = error(500, 'Internal Server Error', '500 - Internal Server Error');

/** The names in a directory, each a value, a directory, or both at once. */
export type Names = ReadonlyMap<string, { isValue: boolean; isDirectory: boolean }>;

/** Directories that end their last line, and of them the one that has no slashes. */
const ENDED: ReadonlySet<string> = new Set(['/', '', 'meta-data', 'dynamic']);
const WITHOUT_SLASHES: ReadonlySet<string> = new Set(['/', '']);

/** Sorted, one a line; a name that is both has two. `directory` is without `latest/`, and `/` is the list of versions. */
export function listing(directory: string, names: Names): string {
  const slash = WITHOUT_SLASHES.has(directory) ? '' : '/';
  const lines = [...names].flatMap(([name, { isValue, isDirectory }]) => [
    ...(isValue ? [name] : []),
    ...(isDirectory ? [name + slash] : []),
  ]);
  return lines.sort().join('\n') + (ENDED.has(directory) ? '\n' : '');
}
