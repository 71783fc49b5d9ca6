// An exported or saved world among the files that somebody may open.

/** What is JSON and has a world's own fields, which no AEMM configuration has; undefined for anything else. */
export function worldIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && ('version' in value || 'instances' in value)
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}
