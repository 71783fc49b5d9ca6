// For the tests: a socket whose listener was killed. Its name is left, and nobody is behind it.
import { renameSync } from 'node:fs';
import * as net from 'node:net';
import { openOne } from './listen.ts';

/** Answers its path. */
export async function deadSocket(at: string): Promise<string> {
  const name = `${at}.once`;
  const opened = await openOne(net.createServer(), { path: name });
  if (!opened.ok) throw new Error(opened.code);
  // Closing removes the name that it was opened with.
  renameSync(name, at);
  await opened.close();
  return at;
}
