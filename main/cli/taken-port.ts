// A start that failed because a port is taken: the whole line that would work.
import type { Failure } from '../../app/result.ts';

/**
 * Its sentence goes on with that line. `words` are the command as it was given; `freePort` is one for clients, null where
 * the port of control is the one that is taken.
 */
export function withLine(failure: Failure, freePort: number | null, words: readonly string[]): Failure {
  if (failure.code !== 'PORT_IN_USE') return failure;
  if (freePort !== null) {
    const line = lineWith(words, '--port', freePort);
    return { ...failure, message: `${failure.message.replace(/\.$/, '')}: ${line}` };
  }
  const line = lineWith(words, '--control-port', 0);
  return { ...failure, message: `${failure.message.replace(/;.*$/, '')}; this takes a free one: ${line}` };
}

/** The same words, with that flag in the place of one that was given. */
function lineWith(words: readonly string[], flag: string, port: number): string {
  const kept = words.filter(
    (word, index) => word !== flag && words[index - 1] !== flag && !word.startsWith(`${flag}=`),
  );
  return [...kept, flag, String(port)].map(quoted).join(' ');
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
