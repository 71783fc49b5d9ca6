// What the filter shows of the log at the moment of asking, as a file or as text. Secrets were masked when they came.
import type { Output } from '../../../app/contract/contract.ts';
import type { LogLine } from '../../../app/contract/traffic.ts';
import { toHar, toNdjson } from '../../../app/log/har.ts';
import { copyText } from '../../components/copy.ts';
import { download, fileTime } from '../../components/download.ts';
import { act } from '../../control/control.ts';
import { useLog } from '../../stores/log/log.ts';
import { orderedRows } from '../../stores/log/log-sort.ts';
import { lastSequence } from '../../stores/log/log-window.ts';
import { useStatus } from '../../stores/status.ts';
import { tell, tellProgress } from '../../components/toasts.tsx';
import { countText } from '../../words/count-text.ts';

export type ExportFormat = 'har' | 'ndjson';

type Exported = Output<'requests.export-page'>['items'];

/** The server holds on to what it has at that moment, so that nothing is lost while the log goes on. A paused view ends where it was paused. */
export async function exportShown(format: ExportFormat): Promise<void> {
  const { filter, pausedAt, window } = useLog.getState();
  const begun = await act('requests.export', {
    ...(filter.trim() === '' ? {} : { filter }),
    ...(pausedAt === null ? {} : { upTo: lastSequence(window.rows) }),
  });
  if (begun === null) return;
  const items = await pages(begun);
  if (items === null) return;
  const requests = items.filter((item) => item.kind === 'request');
  if (requests.length === 0) return tell('There is nothing to export: no request is shown.');
  const text = format === 'har' ? harText(requests) : toNdjson(items);
  download(text, `metadeck-${fileTime(new Date())}.${format}`, TYPES[format]);
  const lines = items.length - requests.length;
  tell(`Exported ${countText(requests.length, 'request', '0')}${lines === 0 ? '' : LINES[format](lines)}`);
}

const TYPES: Record<ExportFormat, string> = { har: 'application/json', ndjson: 'application/x-ndjson' };

const LINES: Record<ExportFormat, (count: number) => string> = {
  har: (count) => `; HAR has no place for ${countText(count, 'line')} about events`,
  ndjson: (count) => ` and ${countText(count, 'line')} about events`,
};

/** All of an export, page by page; null when the server does not answer. Beyond half a second it is said how far it is. */
async function pages({ id, count }: Output<'requests.export'>): Promise<Exported | null> {
  const progress = tellProgress('Exporting…');
  const items: Exported = [];
  let from: number | null = 0;
  while (from !== null) {
    progress.say(`Exporting… ${from.toLocaleString('en')} of ${count.toLocaleString('en')}`);
    const page: Output<'requests.export-page'> | null = await act('requests.export-page', { id, from });
    if (page === null) break;
    items.push(...page.items);
    from = page.next;
  }
  progress.end();
  return from === null ? items : null;
}

function harText(entries: Parameters<typeof toHar>[0]): string {
  const status = useStatus.getState().status;
  const har = toHar(entries, status?.endpoint ?? 'http://127.0.0.1', status?.version ?? '');
  return `${JSON.stringify(har, null, 2)}\n`;
}

/** The lines that are selected, as text: all that are shown, or the one. */
export function copyRows(): void {
  const { allSelected, selected } = useLog.getState();
  const rows = shownRows().filter(({ sequence }) => allSelected || sequence === selected);
  const what = rows.every(({ kind }) => kind === 'request') ? 'request' : 'line';
  if (rows.length > 0) void copyText(toNdjson(rows), `Copied ${countText(rows.length, what)} as NDJSON`);
}

function shownRows(): readonly LogLine[] {
  const { window, sort } = useLog.getState();
  return orderedRows(window, sort);
}
