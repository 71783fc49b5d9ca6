// Writes a whole answer as one text, by two fields of Node's responses that its documents do not name. No other file knows them.
import type { ServerResponse } from 'node:http';

/**
 * Where Node keeps the head until the first write, and whether the connection ends with this answer; no method of its own
 * gets at them. Given head and body, Node checks each header anew and writes in three pieces of one call, which costs the
 * kernel a third more than one piece; put here as one text, both are spared.
 */
type Inner = Omit<ServerResponse, '_header'> & { _header?: string | null; _last?: boolean };

/**
 * Sends status line, headers and body, a character for each byte; `ends` says whether the connection ends with it. False,
 * and nothing was done, where this Node has no such fields.
 */
export function writeWhole(res: ServerResponse, text: string, ends: boolean): boolean {
  const inner = res as Inner;
  if (inner._header !== null || inner._last !== false) return false;
  inner._header = text;
  inner._last = ends;
  res.end();
  return true;
}

/** What Node itself makes of an answer that was written: whether the connection ends with it. */
export function endsConnection(res: ServerResponse): boolean | undefined {
  const { _last } = res as Inner;
  return _last;
}
