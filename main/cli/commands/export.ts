// The commands that write the world, or the request log, to a file or to standard output.
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { type LogEntryView, MAX_ENTRIES_PULL } from '../../../app/contract/traffic.ts';
import { toHar, toNdjson } from '../../../app/log/har.ts';
import { done, failed, type Result } from '../../../app/result.ts';
import { reasonOf } from '../../mock/shell.ts';
import type { Client } from '../client.ts';
import { giveUp, withClient, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { plain, type Terminal } from '../output.ts';
import { allRows } from './all-rows.ts';

export type ExportFlags = ClientFlags & { force?: true };

/** The world as it can be imported, without credentials given by hand. */
export function exportWorld(file: string | undefined, flags: ExportFlags, terminal: Terminal): Promise<ExitCode> {
  return withClient(flags, terminal, async (client) => {
    const world = await client.call('world.get', {});
    if (!world.ok) return giveUp(world.error, terminal);
    const indent = flags.json && file === undefined ? 0 : 2;
    return put({ text: `${JSON.stringify(world.data, null, indent)}\n`, what: 'the world' }, file, flags, terminal);
  });
}

type ExportFormat = 'ndjson' | 'har';
export type ExportRequestsFlags = ExportFlags & { filter?: string; format?: ExportFormat };

/** The requests that are kept and match, whole: a line of JSON each, or as one HAR document. */
export function exportRequests(
  file: string | undefined,
  flags: ExportRequestsFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  return withClient(flags, terminal, async (client) => {
    const entries = await allEntries(client, flags.filter);
    if (!entries.ok) return giveUp(entries.error, terminal);
    const text = formatOf(flags, file) === 'har' ? await harText(client, entries.data) : done(toNdjson(entries.data));
    if (!text.ok) return giveUp(text.error, terminal);
    const count = entries.data.length;
    const what = `${count} ${count === 1 ? 'request' : 'requests'}`;
    return put({ text: text.data, what }, file, flags, terminal);
  });
}

/** As it is told, or else by the suffix of the file. */
function formatOf({ format }: ExportRequestsFlags, file = ''): ExportFormat {
  return format ?? (path.extname(file).toLowerCase() === '.har' ? 'har' : 'ndjson');
}

async function allEntries(client: Client, filter: string | undefined): Promise<Result<LogEntryView[]>> {
  const rows = await allRows(client, filter);
  if (!rows.ok) return rows;
  const sequences = rows.data.map(({ sequence }) => sequence);
  const entries: LogEntryView[] = [];
  for (let from = 0; from < sequences.length; from += MAX_ENTRIES_PULL) {
    const page = await client.call('requests.entries', { sequences: sequences.slice(from, from + MAX_ENTRIES_PULL) });
    if (!page.ok) return page;
    entries.push(...page.data.items);
  }
  return done(entries);
}

async function harText(client: Client, entries: LogEntryView[]): Promise<Result<string>> {
  const status = await client.call('status.get', {});
  if (!status.ok) return status;
  const har = toHar(entries, status.data.endpoint ?? 'http://127.0.0.1', status.data.version);
  return done(`${JSON.stringify(har, null, 2)}\n`);
}

type Written = { text: string; what: string };

async function put(
  { text, what }: Written,
  file: string | undefined,
  flags: ExportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (file === undefined) {
    await terminal.write(text);
    return 0;
  }
  const target = path.resolve(file);
  const written = await write(target, text, flags.force === true);
  if (!written.ok) return giveUp(written.error, terminal);
  await terminal.write(flags.json ? `${JSON.stringify({ file: target })}\n` : `Wrote ${what} to ${plain(target)}.\n`);
  return 0;
}

/** For this user alone: a log and a world tell much of whose they are. */
async function write(file: string, text: string, over: boolean): Promise<Result<null>> {
  try {
    await writeFile(file, text, { flag: over ? 'w' : 'wx', mode: 0o600 });
    return done(null);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return failed('CONFLICT', `${plain(file)} is there already; name another file, or use --force to write over it.`);
    return failed('STORAGE_FAILED', `${plain(file)} could not be written: ${reasonOf(error)}; name another file.`);
  }
}
