// The formats that are lines of keys and values: properties, dotenv and INI, in their simple forms.

/** Keys as they stand, dots and all; the last one of a name holds. */
export type Lines = Record<string, string>;

type Entry = { key: string; value: string };

function collect(entries: Iterable<Entry>): Lines {
  return Object.fromEntries([...entries].map(({ key, value }) => [key, value]));
}

function problem(line: string, at: number): Error {
  return new Error(`line ${at + 1} has no key and value: ${line.trim().slice(0, 60)}`);
}

/** Java's properties: `key = value`, `key: value` or `key value`; `#` and `!` begin comments; `\` at the end goes on. */
export function readProperties(text: string): Lines {
  const logical = text.replaceAll(/\\\r?\n[ \t]*/g, '').split(/\r?\n/);
  const lines = logical.map((line) => line.trimStart()).filter((line) => line !== '' && !/^[#!]/.test(line));
  return collect(lines.map(propertyOf));
}

const PROPERTY = /^((?:\\.|[^\s=:\\])+)\s*[=:]?\s*(.*)$/;

function propertyOf(line: string, at: number): Entry {
  const [, key, value = ''] = PROPERTY.exec(line) ?? [];
  if (key === undefined) throw problem(line, at);
  return { key: unescaped(key), value: unescaped(value) };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };

/** `\n`, `\u0041`, and any other character for itself. */
export function unescaped(text: string): string {
  return text.replaceAll(/\\(u[\da-fA-F]{4}|.)/g, (_whole, code: string) => {
    if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return ESCAPES[code] ?? code;
  });
}

const ASSIGNMENT = /^\s*(?:export\s+)?([\w.-]+)\s*(?:=|:\s)\s*(.*?)\s*$/;

/** `KEY=value`, with or without `export` and quotes; `#` begins a comment. */
export function readDotenv(text: string): Lines {
  return collect(text.split(/\r?\n/).flatMap((line, at) => assignmentOf(line, at)));
}

function assignmentOf(line: string, at: number): Entry[] {
  if (/^\s*(#|$)/.test(line)) return [];
  const [, key, value = ''] = ASSIGNMENT.exec(line) ?? [];
  if (key === undefined) throw problem(line, at);
  return [{ key, value: unquoted(value, /\s#.*$|^#.*$/) }];
}

/** What stands in quotes, with escapes in double ones; or all of it up to a comment. */
function unquoted(value: string, comment: RegExp): string {
  const [, double, single] = /^(?:"((?:\\.|[^"\\])*)"|'([^']*)')\s*(?:[#;].*)?$/.exec(value) ?? [];
  if (double !== undefined) return unescaped(double);
  return single ?? value.replace(comment, '').trimEnd();
}

/** Sections of `key = value`; `[metadata.values]` and `[metadata "values"]` are keys within keys; `;` and `#` begin comments. */
export function readIni(text: string): Lines {
  let section = '';
  const entries: Entry[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const heading = /^\s*\[([^\]]*)\]\s*(?:[#;].*)?$/.exec(line)?.[1];
    if (heading !== undefined) section = sectionOf(heading);
    else entries.push(...iniLine(line, at, section));
  }
  return collect(entries);
}

function sectionOf(heading: string): string {
  const name = heading
    .trim()
    .replaceAll(/\s*"([^"]*)"/g, '.$1')
    .toLowerCase();
  return name === '' || name === 'default' ? '' : `${name}.`;
}

function iniLine(line: string, at: number, section: string): Entry[] {
  if (/^\s*([#;]|$)/.test(line)) return [];
  const [, key, value = ''] = /^\s*([^=:\s][^=:]*?)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
  if (key === undefined) throw problem(line, at);
  return [{ key: section + key, value: unquoted(value, /\s[#;].*$/) }];
}
