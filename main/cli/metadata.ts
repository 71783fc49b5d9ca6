// The commands that read and change metadata, and take changes back.
import { Buffer } from 'node:buffer';
import type { PathChange } from '../../app/contract/answers.ts';
import { failed } from '../../app/result.ts';
import { carryOut, giveUp, show, withClient, type ExitCode } from './command.ts';
import type { ClientFlags } from './connect.ts';
import { plain, shortened, table, type Terminal } from './output.ts';

/** The path without the version: `/latest/meta-data/hostname` and `meta-data/hostname` are the same. */
export function withoutVersion(path: string): string {
  return path.replace(/^\/+/, '').replace(/^latest(\/|$)/, '');
}

/** Prints the bytes that a client would get; whatever is no success is said on standard error. */
export function get(path: string, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return withClient(flags, terminal, async (client) => {
    const answered = await client.call('metadata.preview', { path: withoutVersion(path) });
    if (!answered.ok) return giveUp(answered.error, terminal);
    const { status, reason, body, encoding, why } = answered.data;
    const succeeded = status !== null && status < 400;
    if (flags.json) await show(answered, flags, terminal, String);
    else if (succeeded) await terminal.write(Buffer.from(body, encoding));
    if (succeeded) return 0;
    return giveUp(failed('NOT_FOUND', plain(`${status ?? 'no answer'} ${reason}: ${why.sentence}`)).error, terminal);
  });
}

export type SetFlags = ClientFlags & { only?: boolean };

/** Changes the fact behind a path; with `--only` that one path. */
export function set(path: string, value: string, flags: SetFlags, terminal: Terminal): Promise<ExitCode> {
  const input = { path: withoutVersion(path), value, ...(flags.only ? { only: true } : {}) };
  return carryOut('metadata.set', input, { flags, terminal }, ({ how, changed }) => {
    const what = how === 'fact' ? 'Changed the fact; with it changed' : 'Overrode';
    return changes(what, changed);
  });
}

/** Takes a path, or with a slash at its end everything below it, back to what the preset says. */
export function unset(path: string, flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  const target = withoutVersion(path);
  const input = target.endsWith('/') ? { under: target } : { path: target };
  return carryOut('metadata.reset', input, { flags, terminal }, ({ changed }) => changes('Reset', changed));
}

export function undo(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('world.undo', {}, { flags, terminal }, ({ title }) => `Undone: ${plain(title)}.\n`);
}

export function redo(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('world.redo', {}, { flags, terminal }, ({ title }) => `Redone: ${plain(title)}.\n`);
}

function changes(what: string, changed: PathChange[]): string {
  if (changed.length === 0) return 'Nothing changed: it is so already.\n';
  return `${what}:\n${table(changed.map(changeRow))}`;
}

function changeRow({ path, was, is }: PathChange): string[] {
  const row = [`  ${plain(path)}`, valueOf(was), '→', valueOf(is)];
  return row.includes(MANY_LINES) ? [...row.slice(0, 1), MANY_LINES] : row;
}

const MANY_LINES = '(several lines)';

function valueOf(value: string | null): string {
  if (value === null) return '(absent)';
  if (value === '') return '(empty)';
  return value.trimEnd().includes('\n') ? MANY_LINES : shortened(value);
}
