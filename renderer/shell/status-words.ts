// What the status pill says: one word or two for each state of the server, and of the way to it.
import type { Status } from '../../app/contract/server.ts';

export type Shown = { state: Status['state'] | 'lost'; words: string; endpoint: string | null };

const WORDS: Record<Status['state'], string> = {
  starting: 'Starting',
  listening: 'Listening',
  stopped: 'Stopped',
  failed: 'Not listening',
};

/** `gone` says how the panel came to hear nothing of the server, null while it does: what it knows may be old. */
export function statusWords(status: Status | null, gone: string | null): Shown {
  if (gone !== null)
    return { state: 'lost', words: gone === 'refused' ? 'No valid token' : 'Lost connection', endpoint: null };
  if (status === null) return { state: 'starting', words: 'Connecting', endpoint: null };
  const taken = status.state === 'failed' && status.problem?.code === 'PORT_IN_USE';
  return { state: status.state, words: taken ? 'Port in use' : WORDS[status.state], endpoint: status.endpoint };
}
