// A value that an event puts on the wire.

export type EventLeaf = {
  /** Without the version, such as `meta-data/spot/instance-action`. */
  path: string;
  body: string;
  /** The events that whoever reads it has seen. */
  events: readonly string[];
  /** The event that it only follows from, without showing it. */
  because?: string;
};
