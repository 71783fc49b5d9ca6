// The commands on the request log, and those that send a request of their own.
import type { Answer } from '../../../app/contract/answers.ts';
import type { Input } from '../../../app/contract/contract.ts';
import type { LogEntryView, LogLine } from '../../../app/contract/traffic.ts';
import { CLEARED_LOG } from '../../../app/log/cleared.ts';
import { done, failed, type Result } from '../../../app/result.ts';
import type { Client } from '../client.ts';
import { carryOut, giveUp, show, withClient, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { counted, localTime, plain, type Terminal } from '../output.ts';
import { allMatching } from './all-matching.ts';
import { withoutVersion } from './metadata.ts';
import { lineText } from './tail.ts';

export type RequestsFlags = ClientFlags & { filter?: string; limit: number };

/** The newest that match, oldest of them first. */
export function listRequests(flags: RequestsFlags, terminal: Terminal): Promise<ExitCode> {
  return withClient(flags, terminal, async (client) => {
    const kept = await newest(client, flags);
    return show(kept, flags, terminal, ({ items }) => items.map((item) => `${lineText(item)}\n`).join(''));
  });
}

/** With a filter the whole log is looked through: the run itself looks only at the newest so many. */
async function newest(client: Client, { filter, limit }: RequestsFlags): Promise<Result<{ items: LogLine[] }>> {
  if (filter === undefined) {
    const listed = await client.call('requests.list', { limit });
    return listed.ok ? done({ items: listed.data.items }) : listed;
  }
  const rows = await allMatching(client, filter);
  return rows.ok ? done({ items: rows.data.slice(-limit) }) : rows;
}

export function showRequest(sequence: number, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('requests.get', { sequence }, { flags, terminal }, entryText);
}

export function clearRequests(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('requests.clear', {}, { flags, terminal }, ({ cleared }) =>
    cleared === 0 ? 'There was nothing to clear.\n' : clearedText(cleared),
  );
}

function clearedText(cleared: number): string {
  return `Cleared ${counted(cleared, 'request')}; "metadeck undo" brings them back within ${CLEARED_LOG.lastsMs / 1000} s.\n`;
}

type Method = NonNullable<Extract<Input<'server.probe'>, { path: string }>['method']>;
export type ProbeFlags = ClientFlags & { method?: Method; token?: true };

/** Sends a real request to the data plane and prints the answer. */
export function probe(path: string, flags: ProbeFlags, terminal: Terminal): Promise<ExitCode> {
  const { method, token } = flags;
  const how = { ...(method === undefined ? {} : { method }), ...(token === undefined ? {} : { withToken: true }) };
  return send({ path: withoutVersion(path), ...how }, flags, terminal);
}

/** Sends a request of the log once more. */
export function replay(sequence: number, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return send({ replay: sequence }, flags, terminal);
}

function send(input: Input<'server.probe'>, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return withClient(flags, terminal, async (client) => {
    const answered = await client.call('server.probe', input);
    const code = await show(answered, flags, terminal, answerText);
    if (code !== 0 || !answered.ok || isSuccess(answered.data)) return code;
    return giveUp(failed('NOT_FOUND', plain(answered.data.why.sentence)).error, terminal);
  });
}

function isSuccess({ status }: Answer): boolean {
  return status !== null && status < 400;
}

/** Status, headers and body, as `curl -i` prints them. */
function answerText({ status, reason, headers, body }: Answer): string {
  return `${plain(`${status ?? 'no answer'} ${reason}`)}\n${headerLines(headers)}\n${bodyText(body)}`;
}

function headerLines(headers: Answer['headers']): string {
  return headers.map(([name, value]) => `${plain(`${name}: ${value}`)}\n`).join('');
}

function bodyText(body: string): string {
  return body === '' || body.endsWith('\n') ? body : `${body}\n`;
}

/** A request of the log whole: what was sent both ways, and why, step by step. */
function entryText(entry: LogEntryView, now = Date.now()): string {
  const { sequence, at, client, port, method, target, requestHeaders, why, truncated, durationMs } = entry;
  const steps = why.steps.map((step, index) => `  ${index + 1}. ${plain(step.map(({ text }) => text).join(''))}\n`);
  return [
    `Request ${sequence} from ${plain(client)} port ${port} at ${localTime(at, now)}, answered in ${durationMs.toFixed(1)} ms\n\n`,
    `${plain(`${method} ${target}`)}\n${headerLines(requestHeaders)}\n`,
    answerText({ ...entry, headers: entry.responseHeaders }),
    truncated ? '(more was sent than is kept)\n' : '',
    `\nWhy: ${plain(why.sentence)}\n${steps.join('')}`,
  ].join('');
}
