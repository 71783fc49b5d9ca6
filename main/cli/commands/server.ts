// The commands on the server of a run: where it answers, and its control token.
import type { Status } from '../../../app/contract/server.ts';
import { carryOut, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import type { Terminal } from '../output.ts';

export type WhereFlags = ClientFlags & { port?: number; host?: string };

/** Begins to answer, where it is told or where it did last. */
export function startServer(flags: WhereFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('server.start', where(flags), { flags, terminal }, answering);
}

export function restartServer(flags: WhereFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('server.restart', where(flags), { flags, terminal }, answering);
}

export function stopServer(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut(
    'server.stop',
    {},
    { flags, terminal },
    () => 'It answers no more; "metadeck server start" makes it go on.\n',
  );
}

function where({ port, host }: WhereFlags): { port?: number; host?: string } {
  return { ...(port === undefined ? {} : { port }), ...(host === undefined ? {} : { host }) };
}

function answering({ endpoint }: Status): string {
  return `It answers at ${endpoint}.\n`;
}

/** Prints the new token alone, so that a script can keep it. */
export function rotateToken(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('control.rotate-token', {}, { flags, terminal }, ({ token }) => `${token}\n`);
}
