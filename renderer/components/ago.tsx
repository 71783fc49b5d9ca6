// A moment as how long ago it was; the exact one is in its tooltip.
import { spanText } from '../words/time-text.ts';
import { useNow } from '../stores/clock.ts';

/** `at` as the server writes it, in ISO 8601. */
export function Ago({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={at}>
      {agoText(now - Date.parse(at))}
    </time>
  );
}

/** Milliseconds that passed; `now` while that is less than a second. */
export function agoText(ms: number): string {
  return ms < 1000 ? 'now' : `${spanText(ms).replace(/^(\d+ (?:min|h)) .*/, '$1')} ago`;
}
