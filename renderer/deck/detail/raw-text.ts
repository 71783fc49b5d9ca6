// A request and its answer as they are on the wire, as far as they were kept; what was secret was masked when it came.
import type { LogEntryView } from '../../../app/contract/traffic.ts';

export function rawRequest(entry: LogEntryView): string {
  return [`${entry.method} ${entry.target} HTTP/1.1`, ...headerLines(entry.requestHeaders), '', ''].join('\n');
}

export function rawResponse(entry: LogEntryView): string {
  if (entry.status === null) return '';
  const head = [`HTTP/1.1 ${entry.status} ${entry.reason}`.trimEnd(), ...headerLines(entry.responseHeaders), '', ''];
  return head.join('\n') + entry.body;
}

function headerLines(headers: LogEntryView['requestHeaders']): string[] {
  return headers.map(([name, value]) => `${name}: ${value}`);
}
