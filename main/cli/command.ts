// What all commands that talk to a run share: connect, carry out, print, and say how it went.
import type { Input, OperationName, Output } from '../../app/contract/contract.ts';
import type { Failure, Result } from '../../app/result.ts';
import type { Client } from './client.ts';
import type { ClientFlags } from './client-flags.ts';
import type { Terminal } from './output.ts';

/** 0 done, 1 it could not be done, 2 bad usage. */
export type ExitCode = 0 | 1 | 2;

/** Connects to the run that is meant and works with it. */
export async function withClient(
  flags: ClientFlags,
  terminal: Terminal,
  work: (client: Client) => Promise<ExitCode>,
): Promise<ExitCode> {
  // Starting one needs none of this, and the contract is large.
  const { connect, onInstance } = await import('./connect.ts');
  const connected = await connect(flags, terminal);
  if (!connected.ok) return giveUp(connected.error, terminal);
  return work(flags.instance === undefined ? connected.data : onInstance(connected.data, flags.instance));
}

export function giveUp(error: Failure, terminal: Terminal): ExitCode {
  terminal.complain(error.message);
  return 1;
}

/** Prints what an operation answered: for people as `inWords` says it, with --json as it is, on one line. */
export async function show<T>(
  result: Result<T>,
  flags: ClientFlags,
  terminal: Terminal,
  inWords: (data: T) => string,
): Promise<ExitCode> {
  if (!result.ok) return giveUp(result.error, terminal);
  await terminal.write(flags.json ? `${JSON.stringify(result.data)}\n` : inWords(result.data));
  return 0;
}

/** Carries out one operation and prints its answer. */
export function carryOut<N extends OperationName>(
  name: N,
  input: Input<N>,
  context: { flags: ClientFlags; terminal: Terminal },
  inWords: (data: Output<N>) => string,
): Promise<ExitCode> {
  const { flags, terminal } = context;
  return withClient(flags, terminal, async (client) => show(await client.call(name, input), flags, terminal, inWords));
}
