// How much of the log is taken at once.

export const MAX_PULL = 500;
