// Of which form saved worlds are.

export const SAVED_VERSION = 3;
