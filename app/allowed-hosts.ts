// Host names that somebody allowed, for the data plane and for control alike.

/** Tells whether a name, in lower case and without a port, is allowed. */
export type AllowsName = (name: string) => boolean;

/** A name in full, or with `*.` in front every name below it at any depth, but not that name itself. */
const PATTERN = /^(\*\.)?[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;

/** How many a run takes. */
const MAX_ALLOWED_HOSTS = 100;
const MAX_LENGTH = 253;

/** What is wrong with a list of names, or null. */
export function hostsProblem(names: readonly string[]): string | null {
  const wrong = names.find((name) => name.length > MAX_LENGTH || !PATTERN.test(name));
  if (wrong !== undefined)
    return `${wrong} is no host name; one such as imds.example.com or *.example.com is needed, without a port.`;
  return names.length > MAX_ALLOWED_HOSTS ? `At most ${MAX_ALLOWED_HOSTS} host names can be allowed.` : null;
}

/** Names as people write a list of them. */
export function hostsFrom(typed: string): string[] {
  return typed.split(/[\s,]+/).filter(Boolean);
}

/** Made once for many requests. */
export function allowsNames(patterns: readonly string[]): AllowsName {
  const given = patterns.map((pattern) => pattern.toLowerCase());
  const names = new Set(given.filter((one) => !one.startsWith('*')));
  const endings = given.filter((one) => one.startsWith('*')).map((one) => one.slice(1));
  return (name) => names.has(name) || endings.some((ending) => name.endsWith(ending) && name.length > ending.length);
}

/** The name in a Host header: in lower case, without a port and without a dot at its end. */
export function nameIn(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
}
