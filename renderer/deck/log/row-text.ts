// What a row of the log says: the colour of its status, and the whole of it as a sentence.
import type { EventRow, LogRow } from '../../../app/contract/traffic.ts';
import { clockText } from '../../words/time-text.ts';

export type StatusKind = 'good' | 'missing' | 'bad' | 'none';

/** 404 is the normal answer of this service, so it is not bad. */
export function statusKind(status: number | null): StatusKind {
  if (status === null) return 'none';
  if (status < 400) return 'good';
  return status === 404 ? 'missing' : 'bad';
}

export function statusText(status: number | null): string {
  return status === null ? '–' : String(status);
}

/** `0.2`, `12`: milliseconds, exact where they are few. */
export function durationText(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : String(Math.round(ms));
}

export function clientText(row: Pick<LogRow, 'client' | 'panel'>): string {
  return row.panel ? 'panel' : row.client;
}

export function rowSentence(row: LogRow): string {
  const answer = row.status === null ? 'no answer' : `status ${row.status}`;
  const tag = row.tag === null ? '' : `${row.tag}, `;
  return `${clockText(Date.parse(row.at))}, ${clientText(row)} ${row.method} ${row.target}, ${answer}, ${tag}${row.why}`;
}

export function lineSentence(line: EventRow): string {
  return `${clockText(Date.parse(line.at))}, event: ${line.why}`;
}

/** `58 B`, `1.2 KB`. */
export function sizeText(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} KB`;
}
