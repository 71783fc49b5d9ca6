// The requests that are shown, as a file or as text. Secrets were masked when they came.
import { type LogEntryView, type LogRow, MAX_ENTRIES_PULL } from '../../../app/contract/traffic.ts';
import { toHar, toNdjson } from '../../../app/log/har.ts';
import { copyText } from '../../components/copy.ts';
import { download, fileTime } from '../../components/download.ts';
import { act } from '../../control/control.ts';
import { useLog } from '../../stores/log/log.ts';
import { orderedRows } from '../../stores/log/log-sort.ts';
import { useStatus } from '../../stores/status.ts';
import { tell } from '../../components/toasts.tsx';
import { countText } from '../../words/count-text.ts';

export type ExportFormat = 'har' | 'ndjson';

export async function exportShown(format: ExportFormat): Promise<void> {
  const rows = shownRows();
  if (rows.length === 0) return tell('There is nothing to export: no request is shown.');
  const entries = await pullEntries(rows.map(({ sequence }) => sequence));
  if (entries === null) return;
  const text = format === 'har' ? harText(entries) : toNdjson(entries);
  download(text, `metadeck-${fileTime(new Date())}.${format}`, TYPES[format]);
  const missing = rows.length - entries.length;
  tell(
    `Exported ${countText(entries.length, 'request', '0')}${missing === 0 ? '' : `; ${missing.toLocaleString('en')} no longer kept`}`,
  );
}

const TYPES: Record<ExportFormat, string> = { har: 'application/json', ndjson: 'application/x-ndjson' };

/** Whole entries, in the order of their rows; null when the server does not answer. */
async function pullEntries(sequences: readonly number[]): Promise<LogEntryView[] | null> {
  const entries: LogEntryView[] = [];
  for (let from = 0; from < sequences.length; from += MAX_ENTRIES_PULL) {
    const page = await act('requests.entries', { sequences: sequences.slice(from, from + MAX_ENTRIES_PULL) });
    if (page === null) return null;
    entries.push(...page.items);
  }
  return entries;
}

function harText(entries: readonly LogEntryView[]): string {
  const status = useStatus.getState().status;
  const har = toHar(entries, status?.endpoint ?? 'http://127.0.0.1', status?.version ?? '');
  return `${JSON.stringify(har, null, 2)}\n`;
}

/** The rows that are selected, as text: all that are shown, or the one. */
export function copyRows(): void {
  const { allSelected, selected } = useLog.getState();
  const rows = shownRows().filter(({ sequence }) => allSelected || sequence === selected);
  if (rows.length > 0) void copyText(toNdjson(rows), `Copied ${countText(rows.length, 'request')} as NDJSON`);
}

function shownRows(): readonly LogRow[] {
  const { window, sort } = useLog.getState();
  return orderedRows(window, sort);
}
