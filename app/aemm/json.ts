// JSON as AEMM writes it: Go's own, indented by tabs, each list on one line.

/** What JSON can say, however deep. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Indented by tabs; an object's lists stay on one line. */
export function indentedJson(value: JsonValue, depth = 0): string {
  if (!isObject(value)) return compactJson(value);
  const fields = Object.entries(value).map(
    ([key, field]) => `${'\t'.repeat(depth + 1)}${goString(key)}: ${indentedJson(field, depth + 1)}`,
  );
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${'\t'.repeat(depth)}}`;
}

/** A list of objects, each indented. */
export function indentedList(items: readonly JsonValue[]): string {
  return `[\n${items.map((item) => `\t${indentedJson(item, 1)}`).join(',\n')}\n]`;
}

/** Without a blank or a line break. */
export function compactJson(value: JsonValue): string {
  return escaped(JSON.stringify(value));
}

function goString(text: string): string {
  return escaped(JSON.stringify(text));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** Go escapes what HTML and JavaScript could take for their own. These never stand outside a string. */
function escaped(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character] ?? character);
}

export function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text as it is, anything else as JSON. */
export function asText(value: JsonValue): string {
  return typeof value === 'string' ? value : compactJson(value);
}
