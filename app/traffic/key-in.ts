// What is kept of an instance's client or event is found by both names together.

/** One key for the two; an instance's name holds no space. */
export function keyIn(instance: string, name: string): string {
  return `${instance} ${name}`;
}
