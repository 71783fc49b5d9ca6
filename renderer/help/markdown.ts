// As much of Markdown as Metadeck's own documents use, as data. Pure.

export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'text'; text: string };

export type Piece = { kind: 'text' | 'code' | 'bold'; text: string };

/** The blocks of a document in order; pictures are left out. */
export function blocksOf(document: string): Block[] {
  const blocks: Block[] = [];
  const lines = document.split('\n');
  for (let at = 0; at < lines.length;) {
    const [block, next] = blockAt(lines, at);
    if (block !== null) blocks.push(block);
    at = next;
  }
  return blocks;
}

/** The block that begins in a line, and the line after it. */
function blockAt(lines: readonly string[], at: number): [Block | null, number] {
  const line = lines[at] ?? '';
  const heading = /^(#+) (.*)$/.exec(line);
  if (heading !== null) return [{ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' }, at + 1];
  if (line.startsWith('```')) return codeAt(lines, at);
  if (line.startsWith('|')) return tableAt(lines, at);
  if (isItem(line)) return listAt(lines, at);
  if (line.trim() === '' || line.startsWith('![')) return [null, at + 1];
  const end = endOf(lines, at + 1, (next) => next.trim() === '' || isStart(next));
  return [{ kind: 'text', text: joined(lines.slice(at, end)) }, end];
}

function codeAt(lines: readonly string[], at: number): [Block, number] {
  const end = endOf(lines, at + 1, (line) => line.startsWith('```'));
  return [{ kind: 'code', text: lines.slice(at + 1, end).join('\n') }, end + 1];
}

function tableAt(lines: readonly string[], at: number): [Block, number] {
  const end = endOf(lines, at, (line) => !line.startsWith('|'));
  const [head = [], , ...rows] = lines.slice(at, end).map(cellsOf);
  return [{ kind: 'table', head, rows }, end];
}

/** A bar that is written with a backslash stands in its cell. */
function cellsOf(row: string): string[] {
  const cells = row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/);
  return cells.map((cell) => cell.trim().replaceAll(String.raw`\|`, '|'));
}

function listAt(lines: readonly string[], at: number): [Block, number] {
  const end = endOf(lines, at, (line) => line.trim() === '' || (!isItem(line) && !line.startsWith(' ')));
  const items: string[] = [];
  for (const line of lines.slice(at, end)) {
    if (isItem(line)) items.push(line.replace(ITEM, ''));
    else items.push(joined([items.pop() ?? '', line]));
  }
  return [{ kind: 'list', items }, end];
}

const ITEM = /^(?:[-*]|\d+\.) +/;

function isItem(line: string): boolean {
  return ITEM.test(line);
}

function isStart(line: string): boolean {
  return /^(?:#+ |```|\||!\[)/.test(line) || isItem(line);
}

function endOf(lines: readonly string[], from: number, isEnd: (line: string) => boolean): number {
  const end = lines.findIndex((line, index) => index >= from && isEnd(line));
  return end === -1 ? lines.length : end;
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).join(' ');
}

/** Code and bold words within a text; of a link its words remain. */
export function piecesOf(text: string): Piece[] {
  const plain = text.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1');
  return plain
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .filter((part) => part !== '')
    .map((part): Piece => {
      if (part.startsWith('`')) return { kind: 'code', text: part.slice(1, -1) };
      return part.startsWith('**') ? { kind: 'bold', text: part.slice(2, -2) } : { kind: 'text', text: part };
    });
}
