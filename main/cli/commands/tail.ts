// Follows the request log: the latest, then what comes, until the user or the reader has had enough.
import type { Input, Output } from '../../../app/contract/contract.ts';
import type { EventRow, LogLine, LogRow } from '../../../app/contract/traffic.ts';
import { MAX_PULL } from '../../../app/log/max-pull.ts';
import { failed, type Result } from '../../../app/result.ts';
import type { Client } from '../client.ts';
import { giveUp, withClient, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { localTime, plain, type Terminal } from '../output.ts';

export type TailFlags = ClientFlags & { filter?: string };

/** How many of the requests before now are shown first. */
const FIRST = 10;

export function tail(flags: TailFlags, terminal: Terminal): Promise<ExitCode> {
  return withClient(flags, terminal, async (client) => {
    const stopped = terminal.stopped().then(() => 'stopped' as const);
    const first = await client.call('requests.list', { limit: FIRST, ...filterOf(flags) });
    if (!first.ok) return giveUp(first.error, terminal);
    await print(first.data.items, flags, terminal);
    return follow(client, { flags, terminal, cursor: first.data.next, stopped });
  });
}

function filterOf({ filter }: TailFlags): { filter?: string } {
  return filter === undefined ? {} : { filter };
}

type Following = { flags: TailFlags; terminal: Terminal; cursor: number; stopped: Promise<'stopped'> };

async function follow(client: Client, { flags, terminal, cursor, stopped }: Following): Promise<ExitCode> {
  const news = latestRevision();
  const stream = client.follow((bell) => news.tell(bell.log));
  const ended = stream.ended.then(() => 'ended' as const);
  let next = cursor;
  for (;;) {
    const what = await Promise.race([stopped, ended, news.changed()]);
    if (what === 'stopped') {
      stream.stop();
      return 0;
    }
    if (what === 'ended') return giveUp(ENDED, terminal);
    const pulled = await pull(client, flags, terminal, next);
    if (!pulled.ok) return giveUp(pulled.error.code === 'INTERNAL' ? ENDED : pulled.error, terminal);
    next = pulled.data;
  }
}

const ENDED = failed('INTERNAL', 'This run of Metadeck has ended.').error;

/** Prints everything after the cursor and answers the new one. */
async function pull(client: Client, flags: TailFlags, terminal: Terminal, cursor: number): Promise<Result<number>> {
  const input: Input<'requests.list'> = { after: cursor, limit: MAX_PULL, ...filterOf(flags) };
  const answered = await client.call('requests.list', input);
  if (!answered.ok) return answered;
  await printPage(answered.data, flags, terminal);
  return answered.data.next === cursor ? { ok: true, data: cursor } : pull(client, flags, terminal, answered.data.next);
}

async function printPage(
  { items, dropped }: Output<'requests.list'>,
  flags: TailFlags,
  terminal: Terminal,
): Promise<void> {
  if (dropped > 0) terminal.complain(`${dropped} requests came too fast and are no longer kept.`);
  await print(items, flags, terminal);
}

async function print(items: LogLine[], { json }: TailFlags, terminal: Terminal): Promise<void> {
  const lines = items.map((item) => `${json ? JSON.stringify(item) : lineText(item)}\n`);
  if (lines.length > 0) await terminal.write(lines.join(''));
}

/** A line of the log, whatever it is of. */
export function lineText(item: LogLine): string {
  return item.kind === 'event' ? eventText(item) : rowText(item);
}

/** `09:30:01  (event)          spot-1  spot interruption cancelled`, the id where a request has its path. */
export function eventText({ at, event, why }: EventRow, now = Date.now()): string {
  return plain([localTime(at, now), '(event)'.padEnd(15), event, why].join('  '));
}

/** `09:30:01  10.0.0.7    v2  GET 200  /latest/meta-data/  listing`. */
export function rowText(row: LogRow, now = Date.now()): string {
  const { at, client, version, method, status, target, why, panel } = row;
  const who = panel ? `${client} (panel)` : `${client}${row.process ? ` ${row.process.name}[${row.process.pid}]` : ''}`;
  const parts = [localTime(at, now), who.padEnd(15), version ?? '--', `${method} ${status ?? '---'}`, target, why];
  return plain(parts.join('  '));
}

/** Holds one number, the latest; `changed` answers when there is one that was not answered yet. */
function latestRevision(): { tell: (revision: number) => void; changed: () => Promise<'changed'> } {
  let told = -1;
  let seen = -1;
  let wake: (() => void) | null = null;
  return {
    tell: (revision) => {
      told = revision;
      if (told !== seen) wake?.();
    },
    changed: async () => {
      if (told === seen) await new Promise<void>((resolve) => (wake = resolve));
      seen = told;
      return 'changed';
    },
  };
}
