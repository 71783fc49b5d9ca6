// The flags of every command that talks to a running Metadeck.
import { InvalidArgumentError } from 'commander';

export type ClientFlags = { pid?: number; control?: URL; json?: boolean; instance?: string };

/** For commander: where the control API is. */
export function controlUrl(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol === 'http:') return url;
  throw new InvalidArgumentError('A URL is needed, such as http://127.0.0.1:1339.');
}
