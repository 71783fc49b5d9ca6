// The commands that write the world, or the request log, to a file or to standard output.
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Output } from '../../../app/contract/contract.ts';
import type { LogEntryView } from '../../../app/contract/traffic.ts';
import { toHar, toNdjson } from '../../../app/log/har.ts';
import { done, failed, type Result } from '../../../app/result.ts';
import { reasonOf } from '../../mock/shell.ts';
import type { Client } from '../client.ts';
import { giveUp, withClient, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { counted, plain, type Terminal } from '../output.ts';

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

/**
 * What the log holds now and matches: a line of JSON each, lines about events among them, or as one HAR document, which has
 * no place for those.
 */
export function exportRequests(
  file: string | undefined,
  flags: ExportRequestsFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  return withClient(flags, terminal, async (client) => {
    const items = await exported(client, flags.filter);
    if (!items.ok) return giveUp(items.error, terminal);
    const requests = items.data.filter((item) => item.kind === 'request');
    const text = formatOf(flags, file) === 'har' ? await harText(client, requests) : done(toNdjson(items.data));
    if (!text.ok) return giveUp(text.error, terminal);
    const what = counted(requests.length, 'request');
    return put({ text: text.data, what }, file, flags, terminal);
  });
}

/** As it is told, or else by the suffix of the file. */
function formatOf({ format }: ExportRequestsFlags, file = ''): ExportFormat {
  return format ?? (path.extname(file).toLowerCase() === '.har' ? 'har' : 'ndjson');
}

type Exported = Output<'requests.export-page'>['items'];

/** The server holds on to it, so nothing is lost while the log goes on. */
async function exported(client: Client, filter: string | undefined): Promise<Result<Exported>> {
  const begun = await client.call('requests.export', filter === undefined ? {} : { filter });
  if (!begun.ok) return begun;
  const items: Exported = [];
  for (let from = 0; ;) {
    const page = await client.call('requests.export-page', { id: begun.data.id, from });
    if (!page.ok) return page;
    items.push(...page.data.items);
    if (page.data.next === null) return done(items);
    from = page.data.next;
  }
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
