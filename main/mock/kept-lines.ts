// The lines of answers that say the same to the same client: made once, since clients ask the same again and again.
import type { AemmSettings } from '../../app/aemm/settings.ts';
import type { LogRow } from '../../app/contract/traffic.ts';
import type { LogEntry } from '../../app/log/log-entry.ts';
import { type Mocked, requestLines } from './request-lines.ts';

type Asked = Pick<LogEntry, 'client' | 'target' | 'status' | 'why'>;
type Kept = Asked & { settings: AemmSettings; lines: readonly string[] };

export type LinesOf = (entry: Readonly<Asked>, row: () => LogRow, mocked: Mocked) => readonly string[];

/** The lines for one request, without their times. A refusal may tell how long it holds, so it is worked out each time. */
export function createLinesOf(): LinesOf {
  const kept = new WeakMap<Asked['why'], Kept>();
  return (entry, row, mocked) => {
    const { client, target, status, why } = entry;
    if (status !== 200) return requestLines(row(), mocked);
    const known = kept.get(why);
    if (known && isSame(known, entry) && known.settings === mocked.settings) return known.lines;
    const lines = requestLines(row(), mocked);
    kept.set(why, { client, target, status, why, settings: mocked.settings, lines });
    return lines;
  };
}

function isSame(a: Asked, b: Asked): boolean {
  return a.client === b.client && a.target === b.target && a.status === b.status;
}
