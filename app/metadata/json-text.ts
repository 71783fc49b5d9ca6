// JSON as EC2 lays it out: two spaces, a space on both sides of the colon, arrays in one line, no LF at the end (imds.md 1.3, 1.4).

export type JsonField = [key: string, value: string | null | readonly string[]];

function valueText(value: JsonField[1]): string {
  if (value === null || typeof value === 'string') return JSON.stringify(value);
  return `[ ${value.map((item) => JSON.stringify(item)).join(', ')} ]`;
}

/** An object with its fields in the order given. */
export function jsonText(fields: readonly JsonField[]): string {
  return `{\n${fields.map(([key, value]) => `  ${JSON.stringify(key)} : ${valueText(value)}`).join(',\n')}\n}`;
}
