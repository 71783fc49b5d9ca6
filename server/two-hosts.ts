// Whether a request has more than one Host: which one is meant can't be known then (RFC 9112, 3.2).

/** Node keeps the first one, and another server on the way may have gone by the other. */
export function hasTwoHosts(rawHeaders: readonly string[]): boolean {
  return rawHeaders.filter((name, i) => i % 2 === 0 && name.length === 4 && name.toLowerCase() === 'host').length > 1;
}
