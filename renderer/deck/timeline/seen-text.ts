// Who read a notice and how soon, in a line.
import { after } from '../../../app/words.ts';

const MOST_NAMED = 3;

/** `seen by 10.0.0.7 +3.1 s, 10.0.0.9 +5.0 s and 2 more`. */
export function seenText(sights: readonly { client: string; afterMs: number }[]): string {
  const named = sights.slice(0, MOST_NAMED).map(({ client, afterMs }) => `${client} ${after(afterMs)}`);
  const more = sights.length - named.length;
  return `seen by ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
