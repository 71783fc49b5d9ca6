// The bounds of one setting, which the log and the panel go by too.

/** How many requests the log keeps, unless their bytes are too many before. */
export const KEPT_REQUESTS = { least: 100, most: 50_000, usual: 10_000 };
