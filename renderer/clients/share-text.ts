// The share of requests without a token, in words.

/** `share` from 0 to 1; never rounded to all or nothing. */
export function shareText(v1Share: number): string {
  if (v1Share <= 0) return 'v2';
  if (v1Share >= 1) return 'v1 only';
  const percent = Math.min(99, Math.max(1, Math.round(v1Share * 100)));
  return `v1 ${percent} %`;
}
