// A number of things.

/** `1 path`, `1,000 paths`; without any `no paths`, or `0 paths` where a figure stands all the time. */
export function countText(count: number, one: string, none: 'no' | '0' = 'no'): string {
  return `${count === 0 ? none : count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;
}
