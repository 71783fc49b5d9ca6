// For the tests: a port that nobody listens on.
import * as http from 'node:http';
import { openOne } from './listen.ts';

/** On 127.0.0.1. */
export async function freePort(): Promise<number> {
  const opened = await openOne(http.createServer(), { host: '127.0.0.1', port: 0 });
  if (!opened.ok) throw new Error(opened.code);
  await opened.close();
  return opened.listener.port;
}
