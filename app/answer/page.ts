// An answer ready to be sent: status, headers in their order, body.

export type Page = {
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
  /** Sent as AEMM's web server does: without a Server header, and the connection kept unless the client wants it closed. */
  readonly isAemm?: true;
};
