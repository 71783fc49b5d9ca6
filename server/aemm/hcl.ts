// HCL and tfvars in their simple forms: `key = value`, blocks, objects, lists, heredocs and comments; no expressions.
import { unescaped } from './lines.ts';
import { isTree } from './tree.ts';

type Token = { kind: 'word' | 'text' | 'sign'; value: string; line: number };
type Cursor = { tokens: readonly Token[]; at: number };

const BLANK = /(?:[ \t\r\n]+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)/y;
const HEREDOC = /<<(-?)(\w+)\r?\n([^]*?)^[ \t]*\2[ \t]*$/my;
const TEXT = /"((?:\\.|[^"\\\n])*)"/y;
const WORD = /[\w.+-]+/y;
const SIGN = /[={}[\],:]/y;

/** Throws with the line where it can't go on. */
export function readHcl(text: string): Record<string, unknown> {
  return readBody({ tokens: tokensOf(text), at: 0 }, null);
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (let at = 0; at < text.length;) {
    const blank = matched(BLANK, text, at)?.[0].length ?? 0;
    const { token, length } = blank > 0 ? { token: null, length: blank } : tokenAt(text, at, line);
    if (token !== null) tokens.push(token);
    line += text.slice(at, at + length).split('\n').length - 1;
    at += length;
  }
  return tokens;
}

function matched(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function tokenAt(text: string, at: number, line: number): { token: Token; length: number } {
  const heredoc = matched(HEREDOC, text, at);
  if (heredoc !== null) {
    const body = heredoc[1] === '-' ? outdented(heredoc[3] ?? '') : (heredoc[3] ?? '');
    return { token: { kind: 'text', value: body, line }, length: heredoc[0].length };
  }
  const quoted = matched(TEXT, text, at);
  if (quoted !== null)
    return { token: { kind: 'text', value: unescaped(quoted[1] ?? ''), line }, length: quoted[0].length };
  const word = matched(WORD, text, at);
  const found = word ?? matched(SIGN, text, at);
  if (found === null) throw new Error(`line ${line}: ${JSON.stringify(text[at])} was not expected`);
  return { token: { kind: word ? 'word' : 'sign', value: found[0], line }, length: found[0].length };
}

function outdented(body: string): string {
  const indents = body
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [/^[ \t]*/.exec(line)?.[0].length ?? 0]));
  const indent = Math.min(...indents);
  return body
    .split('\n')
    .map((line) => line.slice(indent))
    .join('\n');
}

/** Keys and values up to `}`, or to the end; a block that comes again adds to the first. */
function readBody(cursor: Cursor, end: '}' | null): Record<string, unknown> {
  const tree: Record<string, unknown> = { __proto__: null };
  while (!takeSign(cursor, end)) {
    const key = next(cursor);
    if (key.kind === 'sign') throw unexpected(key);
    put(tree, key.value, readAfterKey(cursor));
    takeSign(cursor, ',');
  }
  return tree;
}

/** `= value`, `: value`, `{ … }`, or a label and what follows it. */
function readAfterKey(cursor: Cursor): unknown {
  if (takeSign(cursor, '=') || takeSign(cursor, ':')) return readValue(cursor);
  if (takeSign(cursor, '{')) return readBody(cursor, '}');
  const label = next(cursor);
  if (label.kind === 'sign') throw unexpected(label);
  return { [label.value]: readAfterKey(cursor) };
}

function readValue(cursor: Cursor): unknown {
  if (takeSign(cursor, '{')) return readBody(cursor, '}');
  if (takeSign(cursor, '[')) return readList(cursor);
  const token = next(cursor);
  if (token.kind === 'text') return token.value;
  if (token.kind === 'word') return literal(token);
  throw unexpected(token);
}

function readList(cursor: Cursor): unknown[] {
  const items: unknown[] = [];
  while (!takeSign(cursor, ']')) {
    items.push(readValue(cursor));
    takeSign(cursor, ',');
  }
  return items;
}

function literal(token: Token): unknown {
  const { value } = token;
  if (value === 'true' || value === 'false') return value === 'true';
  if (value === 'null') return null;
  if (value !== '' && Number.isFinite(Number(value))) return Number(value);
  throw unexpected(token);
}

function put(tree: Record<string, unknown>, key: string, value: unknown): void {
  const before = tree[key];
  if (!isTree(before) || !isTree(value)) {
    tree[key] = value;
    return;
  }
  for (const [name, one] of Object.entries(value)) put(before, name, one);
}

/** True where that sign came next, or with null the end. */
function takeSign(cursor: Cursor, sign: string | null): boolean {
  const token = cursor.tokens[cursor.at];
  if (sign === null) return token === undefined;
  if (token?.kind !== 'sign' || token.value !== sign) return false;
  cursor.at += 1;
  return true;
}

function next(cursor: Cursor): Token {
  const token = cursor.tokens[cursor.at];
  if (token === undefined) throw new Error('it ends too soon');
  cursor.at += 1;
  return token;
}

function unexpected({ value, line }: Token): Error {
  return new Error(`line ${line}: ${JSON.stringify(value)} was not expected`);
}
