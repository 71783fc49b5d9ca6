// The diagnosis of a client at this moment: the server's answer is as old as the last request, and time goes on.
import type { ClientView } from '../../app/contract/traffic.ts';
import { diagnosis } from '../../app/views/diagnosis.ts';
import { useNow } from '../stores/clock.ts';

export function useDiagnosis({ polls, notice, v1Share }: ClientView): string {
  const now = useNow();
  const asked = polls.map((poll) => ({ ...poll, lastAt: Date.parse(poll.lastAt) }));
  return diagnosis({ polls: asked, notice, v1Share }, now);
}
