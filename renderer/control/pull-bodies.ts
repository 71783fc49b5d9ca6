// Asks the server which requests have a text in their body, for the filters that ask for it.
import { MAX_PULL } from '../../app/log/max-pull.ts';
import { quotedValue } from '../../app/filter/parse.ts';
import { foundBodies, useLog } from '../stores/log/log.ts';
import { lastSequence } from '../stores/log/log-window.ts';
import { call } from './control.ts';

/** Looks through what has not been looked through, up to the newest row that is held. */
export async function searchBodies(): Promise<void> {
  for (const text of useLog.getState().finds.keys()) await searchFor(text);
}

async function searchFor(text: string): Promise<void> {
  for (let after = nextFor(text); after !== null; after = nextFor(text)) {
    const result = await call('requests.list', { after, limit: MAX_PULL, filter: `body:${quotedValue(text)}` });
    if (!result.ok) return;
    const { items, next } = result.data;
    foundBodies(
      text,
      items.map(({ sequence }) => sequence),
      Math.max(next, after + 1),
    );
  }
}

/** From where to go on; null when there is nothing left, or nobody asks any more. */
function nextFor(text: string): number | null {
  const { finds, window } = useLog.getState();
  const found = finds.get(text);
  if (found === undefined || found.upTo >= lastSequence(window.rows)) return null;
  return Math.max(found.upTo, (window.rows[0]?.sequence ?? 1) - 1);
}
