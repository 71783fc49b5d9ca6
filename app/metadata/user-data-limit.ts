// How much user data an instance has at most.

/** User data is at most 16 KiB of raw bytes (imds.md 1.5). */
export const MAX_USER_DATA = 16_384;
