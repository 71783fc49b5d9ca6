// Where a text stops being JSON: engines say it each in words of their own, and often without line and column.

/** What is wrong with a text that should be JSON, with line and column; null where it is JSON. */
export function jsonProblem(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    const { at, needed } = firstFault(text);
    return `This is not valid JSON: ${lineAndColumn(text, at)} needs ${needed}.`;
  }
}

type Wanted = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'more';
type Reading = { wanted: Wanted; open: ('{' | '[')[] };

const SPACE = /[ \t\r\n]*/y;
const TOKEN =
  /[{}[\]:,]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function firstFault(text: string): { at: number; needed: string } {
  const reading: Reading = { wanted: 'value', open: [] };
  let at = endOf(SPACE, text, 0) ?? 0;
  for (;;) {
    const end = endOf(TOKEN, text, at);
    const next = end === null ? null : after(reading, text.slice(at, end));
    if (end === null || next === null) return { at, needed: neededText(reading) };
    reading.wanted = next;
    at = endOf(SPACE, text, end) ?? end;
  }
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** What is wanted after a token; null where the token may not stand there. */
function after({ wanted, open }: Reading, token: string): Wanted | null {
  if (wanted === 'colon') return token === ':' ? 'value' : null;
  if (wanted === 'more' || wanted.endsWith(token)) return afterValue(open, token);
  if (wanted.startsWith('name')) return token.startsWith('"') ? 'colon' : null;
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'name or }' : 'value or ]';
  }
  return '}]:,'.includes(token) ? null : 'more';
}

/** After a value come a comma and the next one, or the end of what is open. */
function afterValue(open: Reading['open'], token: string): Wanted | null {
  const inside = open.at(-1);
  if (inside !== undefined && token === ',') return inside === '{' ? 'name' : 'value';
  if (token !== (inside === '{' ? '}' : ']') || inside === undefined) return null;
  open.pop();
  return 'more';
}

function neededText({ wanted, open }: Reading): string {
  if (wanted === 'colon') return 'a colon';
  if (wanted === 'name') return 'a name in double quotes';
  if (wanted === 'name or }') return 'a name in double quotes, or }';
  if (wanted !== 'more') return wanted === 'value' ? 'a value' : 'a value, or ]';
  const inside = open.at(-1);
  return inside === undefined ? 'nothing more' : `a comma or ${inside === '{' ? '}' : ']'}`;
}

function lineAndColumn(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  const where = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
  return at < text.length ? where : `${where}, the end of the text,`;
}
