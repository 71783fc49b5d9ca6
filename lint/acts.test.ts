// A button whose press asks something of the server is marked `acts`, so that it can't be pressed while nothing is heard of that.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Whatever asks the server to do something; their names stand in the handler of a press. */
const ASKING =
  /\b(act|fireRebalance|setLifecycleState|cancelEvent|completeEvent|withdrawEvent|freePlaces|givePlace|skipTo|scheduleMaintenance|expireToken|expireAllTokens|startServer|restartServer|resetBelow|setHops|resetMetadata|resetSettings|exportWorld|replay)\(|runCommand\('(spot|rebalance|places|events|tokens|world|server)\./;

/** The text of each opening tag of a button, from its name to its end. */
function buttonsIn(text: string): string[] {
  return [...text.matchAll(/<(?:Button|Press)\b/g)].map(({ index }) => text.slice(index, endOfTag(text, index)));
}

function endOfTag(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (sign === '>' && depth === 0) return at;
  }
  return text.length;
}

function unmarkedIn(text: string): string[] {
  return buttonsIn(text).filter((button) => ASKING.test(button) && !/\bacts\b/.test(button));
}

test('one that asks and says nothing of it is found', () => {
  expect(unmarkedIn('<Button kind="link" onClick={() => runCommand(\'world.undo\')}>')).toHaveLength(1);
  expect(unmarkedIn('<Button acts onClick={() => void cancelEvent(id)}>')).toEqual([]);
  expect(unmarkedIn('<Button onClick={() => setOpen(x > 1)}>')).toEqual([]);
});

const RENDERER = path.resolve(import.meta.dirname, '..', 'renderer');

test('every button of the panel that asks is marked', () => {
  const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    unmarkedIn(readFileSync(path.join(RENDERER, file), 'utf8')).map((button) => `${file}: ${button}`),
  );
  expect(found).toEqual([]);
});
