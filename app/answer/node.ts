// What stands at a path: a value, a directory, or a notice that is worked out for the moment at which it is asked for.
import type { Event } from '../events/schema.ts';
import type { CredentialsServed } from '../metadata/catalog/entry.ts';
import type { CredentialSet } from '../metadata/credentials.ts';
import type { Body } from '../metadata/signatures.ts';
import type { Page } from './page.ts';

type Source = 'fact' | 'computed' | 'override' | 'event';

/** A value that can be fetched. */
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
  credentials?: CredentialsServed | undefined;
};

export const NO_EVENTS: readonly string[] = [];

/** Where a notice stands that says another time with each second, and the setting that stands behind it. */
export type NoticeRoute = { kind: Event['kind']; key: string; path: string };

export type Node = {
  /** Without slashes at its ends; empty for the version's own listing. */
  readonly path: string;
  /** Undefined for a directory. */
  readonly leaf: Leaf | undefined;
  readonly notice?: NoticeRoute;
  readonly isVersionList?: true;
  /** True for what says the same to all, whenever they ask while its site holds. */
  readonly isPlain: boolean;
  readonly page: Page;
  /** Where a request without a token gets another page. */
  readonly withoutToken?: { readonly page: Page; readonly set: CredentialSet };
};

/** Neither a notice, nor a value that carries events, nor credentials, of which is noted who got them. */
export function isPlainNode({ leaf, notice }: Pick<Node, 'leaf' | 'notice'>): boolean {
  return notice === undefined && (leaf === undefined || (leaf.events.length === 0 && leaf.credentials === undefined));
}

/** What a request target comes to. */
export type LookedUp = {
  version: string | undefined;
  /** Without the version and without slashes at its ends. */
  path: string;
  slashAtEnd: boolean;
  node: Node | undefined;
  /** True for the path at which tokens are asked for. */
  isToken: boolean;
  problem?: 'malformed-path' | 'unknown-version' | 'newer-than-version';
};

/** The directories above a path, the nearest first; not the version's own level. */
export function ancestors(path: string): string[] {
  const found: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) found.push(path.slice(0, end));
  return found;
}
