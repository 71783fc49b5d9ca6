// How many paths can be overridden, and with how much.

export const MAX_OVERRIDES = 2000;
/** The longest value that an override may have, in characters. */
export const MAX_VALUE = 65_536;
