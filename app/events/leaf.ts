// A value that an event puts on the wire.

export type EventLeaf = {
  /** Without the version, such as `meta-data/spot/instance-action`. */
  path: string;
  body: string;
  /** Whom a client that reads it has seen; empty when it only follows from an event. */
  events: string[];
};
