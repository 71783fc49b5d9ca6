// The table in docs/clients.md: which client was tried in which version, and what came of it.

/** One client that was run; `results` has one entry for each mode, such as `all 10`. */
export type Tried = { title: string; versions: string; toolchain: string; results: string[] };

const BEGIN = '<!-- made by: npm run test:clients -- --write-table -->';
const END = '<!-- end of the table -->';
const HEAD = ['client', 'version', 'run with'];

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function rowOf({ title, versions, toolchain, results }: Tried): string[] {
  return [title, versions, toolchain, ...results];
}

/** Text before the table, its rows without the head, text after. */
function partsOf(document: string): { before: string; rows: string[][]; after: string } {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`The document lacks the lines ${BEGIN} and ${END}.`);
  const lines = document
    .slice(begin, end)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return { before: document.slice(0, begin), rows: lines.slice(2).map(cellsOf), after: document.slice(end) };
}

/** Formatted as oxfmt does it. */
function tableOf(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [head, ...body] = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [head ?? [], rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The document with the rows of these clients; a client that was not run keeps its row. `titles` gives the order. */
export function withTried(document: string, tried: Tried[], modes: string[], titles: string[]): string {
  const { before, rows, after } = partsOf(document);
  const known = new Map([...rows, ...tried.map(rowOf)].map((row) => [row[0], row]));
  const ordered = titles.map((title) => known.get(title)).filter((row) => row !== undefined);
  return `${before}${BEGIN}\n\n${tableOf([[...HEAD, ...modes], ...ordered])}\n\n${after}`;
}

/** The clients whose row is missing or out of date. What it was run with differs from machine to machine, so does not count. */
export function outOfDate(document: string, tried: Tried[]): string[] {
  const rows = partsOf(document).rows.map(withoutToolchain);
  return tried.filter((one) => !rows.includes(withoutToolchain(rowOf(one)))).map(({ title }) => title);
}

function withoutToolchain([title, versions, , ...results]: string[]): string {
  return [title, versions, ...results].join('|');
}
