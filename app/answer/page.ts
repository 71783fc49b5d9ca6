// An answer ready to be sent: status, headers in their order, body.

/** What a connection's client asked of it. */
type Asks = { toClose: boolean; toKeepAlive: boolean; httpVersion: string };

/** What is known of an answer when it is sent. */
type Sent = {
  /** Seconds for the token TTL header, where there is one. */
  tokenTtl: number | undefined;
  /** What the Date header says. */
  date: string;
  keepAlive: boolean;
};

/** How a service sends: which headers stand around a page's own, and whether the connection is kept. */
export type Wire = {
  /** All headers, names and values in turn, in their order. */
  head: (page: Page, sent: Sent) => string[];
  keepsAlive: (asks: Asks) => boolean;
};

export type Page = {
  readonly wire: Wire;
  readonly status: number;
  /** The phrase in the status line. */
  readonly reason: string;
  /** Names and values in turn: what comes before Date, Server and Connection. */
  readonly before: readonly string[];
  /** Names and values in turn: what comes after them. */
  readonly after: readonly string[];
  readonly body: string | Uint8Array;
  /** The body with secrets masked, where it holds any; this is what the log keeps. */
  readonly shown?: string;
};

/** What the server itself answers, before the core is asked. */
export type OwnPages = Readonly<
  Record<'malformed' | 'headersTooLarge' | 'timedOut' | 'bodyTooLarge' | 'expectation' | 'connect' | 'internal', Page>
>;
