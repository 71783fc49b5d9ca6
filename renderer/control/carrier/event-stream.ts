// Reads `text/event-stream` text as it comes in pieces (EventSource cannot send the Authorization header).

/** Takes one piece and gives the data of every event that it completes. */
export type EventReader = (piece: string) => string[];

export function createEventReader(): EventReader {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.map(dataOf).filter((data) => data !== '');
  };
}

function dataOf(block: string): string {
  return block
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice('data:'.length).trimStart())
    .join('\n');
}
