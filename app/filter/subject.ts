// What a filter looks at: a request and what became of it. A row of the log has all of it.

/** What a request carried as a token, and what became of it. */
export const TOKEN_STATES = ['none', 'valid', 'expired', 'revoked', 'invalid', 'issued'] as const;

/** What is known of a request before it is answered. */
export type RequestSubject = {
  /** The instance that is asked. */
  instance: string;
  client: string;
  /** True for what Metadeck itself asks. */
  panel: boolean;
  method: string;
  target: string;
  /** Null for what could not be read. */
  version: 'v1' | 'v2' | null;
  token: (typeof TOKEN_STATES)[number];
  userAgent: string;
};

/** The same request with its answer. */
export type Subject = RequestSubject & {
  kind: 'request';
  /** ISO 8601 in UTC, as the control API writes times. */
  at: string;
  /** Null when nothing was answered at all. */
  status: number | null;
  durationMs: number;
  rule: string;
  why: string;
  /** The kind of event that the answer shows, and its id. */
  tag: string | null;
  event: string | null;
};

/** A line about an event, which stands between the requests whatever they are asked for. */
export type LineSubject = {
  kind: 'event';
  at: string;
  instance: string;
  /** The kind of event, and its id. */
  tag: string;
  event: string;
};

/** What `since:` and `last:` are reckoned from: the moment of asking, and when the newest event was fired; milliseconds since 1970. */
export type Times = { now: number; newestEvent: number | undefined };
