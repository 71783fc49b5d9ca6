// The commands that read and change metadata, and take changes back.
import { Buffer } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import type { Input } from '../../../app/contract/contract.ts';
import { MAX_VALUE } from '../../../app/metadata/override-limits.ts';
import { sizeProblem } from '../../../app/metadata/user-data.ts';
import { done, failed, type Result } from '../../../app/result.ts';
import { carryOut, giveUp, show, withClient, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { plain, type Terminal } from '../output.ts';
import { changes } from './path-changes.ts';

/** The path without the version: `/latest/meta-data/hostname` and `meta-data/hostname` are the same. */
export function withoutVersion(path: string): string {
  return path.replace(/^\/+/, '').replace(/^latest(\/|$)/, '');
}

export type GetFlags = ClientFlags & { client?: string };

/** Prints the bytes that a client would get, `--client` or any; whatever is no success is said on standard error. */
export function get(path: string, flags: GetFlags, terminal: Terminal): Promise<ExitCode> {
  const as = flags.client === undefined ? {} : { client: flags.client };
  return withClient(flags, terminal, async (client) => {
    const answered = await client.call('metadata.preview', { path: withoutVersion(path), ...as });
    if (!answered.ok) return giveUp(answered.error, terminal);
    const { status, reason, body, encoding, why } = answered.data;
    const succeeded = status !== null && status < 400;
    if (flags.json) await show(answered, flags, terminal, String);
    else if (succeeded) await terminal.write(Buffer.from(body, encoding));
    if (succeeded) return 0;
    return giveUp(failed('NOT_FOUND', plain(`${status ?? 'no answer'} ${reason}: ${why.sentence}`)).error, terminal);
  });
}

export type SetFlags = ClientFlags & { only?: boolean; base64?: boolean; dryRun?: boolean };

/** Changes the fact behind a path, with `--only` that one path; with `--dry-run` only says what would change. */
export function set(path: string, value: Value, flags: SetFlags, terminal: Terminal): Promise<ExitCode> {
  const { base64 = false, only = false } = flags;
  const encoding = base64 ? { encoding: 'base64' as const } : {};
  return carryOutSet({ path, ...encoding, ...value, ...(only ? { only } : {}) }, flags, terminal);
}

/** Makes a path answer 404; a tag is gone then. */
export function setAbsent(path: string, flags: SetFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOutSet({ path, absent: true }, flags, terminal);
}

function carryOutSet(input: Input<'metadata.set'>, flags: SetFlags, terminal: Terminal): Promise<ExitCode> {
  const dryRun = flags.dryRun === true;
  const asked = { ...input, path: withoutVersion(input.path), ...(dryRun ? { dryRun } : {}) };
  return carryOut('metadata.set', asked, { flags, terminal }, (answer) =>
    changes(dryRun ? WOULD[answer.how] : DID[answer.how], answer.changed),
  );
}

const DID = { fact: 'Changed the fact; with it changed', override: 'Overrode' };
const WOULD = { fact: 'The fact would change, and with it', override: 'This would override' };

export type Value = { value: string; encoding?: 'base64' };

/** Sets a path to what a file holds: user data to its bytes, any other to its text. */
export async function setFromFile(path: string, file: string, flags: SetFlags, terminal: Terminal): Promise<ExitCode> {
  const read = await valueOfFile(withoutVersion(path), file, flags.base64 === true);
  return read.ok ? set(path, read.data, flags, terminal) : giveUp(read.error, terminal);
}

async function valueOfFile(path: string, file: string, isBase64: boolean): Promise<Result<Value>> {
  const read = await readLimited(file);
  if (!read.ok) return read;
  const bytes = read.data;
  if (path !== 'user-data' || isBase64) return done({ value: bytes.toString('utf8') });
  const problem = sizeProblem(bytes.length);
  if (problem !== undefined) return failed('INVALID_INPUT', `${file} is too large. ${problem}`);
  return done({ value: bytes.toString('base64'), encoding: 'base64' });
}

async function readLimited(file: string): Promise<Result<Buffer>> {
  try {
    const { size } = await stat(file);
    if (size <= MAX_VALUE) return done(await readFile(file));
    return failed('INVALID_INPUT', `${file} is too large. A value has at most ${MAX_VALUE} bytes; this has ${size}.`);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return failed('NOT_FOUND', `${file} can't be read (${reason}); name a file that can be.`);
  }
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
