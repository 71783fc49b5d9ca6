// The bounds of what AEMM can be told, for its schema and for who reads its settings without one.

/** Keys of an object, and items of a list. */
export const MAX_KEYS = 500;
/** Characters of a text. */
export const MAX_TEXT = 65_536;
/** Characters of a path. */
export const MAX_PATH = 1024;
