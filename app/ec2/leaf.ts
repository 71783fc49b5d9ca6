// A value that can be fetched, and the directories above a path.
import type { Body } from '../metadata/signatures.ts';

type Source = 'fact' | 'computed' | 'override' | 'event';

export type Leaf = {
  /** Without the version and without slashes at its ends. */
  path: string;
  body: Body;
  /** The body with secrets masked, where it holds any. */
  shown?: string | undefined;
  contentType: string;
  source: Source;
  fact?: string | undefined;
  events: readonly string[];
  because?: string;
  /** Milliseconds since 1970. */
  lastModified: number;
};

export const NO_EVENTS: readonly string[] = [];

/** The directories above a path, the nearest first; not the version's own level. */
export function ancestors(path: string): string[] {
  const found: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) found.push(path.slice(0, end));
  return found;
}
