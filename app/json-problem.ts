// Where a text stops being JSON, by its line: engines name a position at best, and quote what stands there.

/** Where a JSON text breaks, in words that name the line; null where it is JSON. */
export function jsonProblem(text: string): string | null {
  if (parseError(text) === null) return null;
  const lines = text.split('\n');
  const line = firstBrokenLine(lines);
  return line > lines.length ? 'This is no JSON: it ends too soon.' : `This is no JSON: line ${line} can't be read.`;
}

function parseError(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return String(error);
  }
}

/** Engines name no line, but a text that only ends too soon is told apart: the first line after which it is more than that. */
function firstBrokenLine(lines: readonly string[]): number {
  let [low, high] = [1, lines.length + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBroken(lines.slice(0, middle).join('\n'))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isBroken(start: string): boolean {
  const error = parseError(start);
  if (error === null || /end of JSON|unterminated/i.test(error)) return false;
  const position = /position (\d+)/.exec(error)?.[1];
  return position === undefined || Number(position) < start.length;
}
