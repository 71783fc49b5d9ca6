// What the status pill says: one word or two for each state of the server, and of the way to it.
import type { Status } from '../../app/contract/server.ts';

export type Shown = { state: Status['state'] | 'lost'; words: string; endpoint: string | null };

const WORDS: Record<Status['state'], string> = {
  starting: 'Starting',
  listening: 'Listening',
  stopped: 'Stopped',
  failed: 'Not listening',
};

/** `gone` is true once the panel has not heard from the server for a while: what it knows may be old. */
export function statusWords(status: Status | null, gone: boolean): Shown {
  if (gone) return { state: 'lost', words: 'Lost connection', endpoint: null };
  if (status === null) return { state: 'starting', words: WORDS.starting, endpoint: null };
  const taken = status.state === 'failed' && status.problem?.code === 'PORT_IN_USE';
  return { state: status.state, words: taken ? 'Port in use' : WORDS[status.state], endpoint: status.endpoint };
}
