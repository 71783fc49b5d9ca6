// Which run a command means: the only one, the one named by --pid or --control, or the one chosen from a list.
import { contract } from '../../app/contract/contract.ts';
import { done, failed, type Result } from '../../app/result.ts';
import { findRunning, type Running } from '../../server/discovery.ts';
import { createClient, type Client } from './client.ts';
import type { ClientFlags } from './client-flags.ts';
import type { Terminal } from './output.ts';

export async function connect(flags: ClientFlags, terminal: Terminal): Promise<Result<Client>> {
  if (flags.control !== undefined) return connectTo(flags.control);
  const running = await findRunning(terminal.complain);
  const chosen = flags.pid === undefined ? await choose(running, terminal) : withPid(running, flags.pid);
  return chosen.ok ? done(createClient({ kind: 'socket', socket: chosen.data.socket })) : chosen;
}

/** The same client, whose calls mean one instance where they can. */
export function onInstance(client: Client, instance: string): Client {
  return {
    ...client,
    call: (name, input) => {
      const named = Object.assign({}, input, { instance });
      return client.call(name, contract[name].input.safeParse(named).success ? named : input);
    },
  };
}

function connectTo(url: URL): Result<Client> {
  const token = process.env['METADECK_TOKEN'];
  if (!token) return failed('UNAUTHORIZED', '--control needs the token of that run in METADECK_TOKEN.');
  return done(createClient({ kind: 'url', url, token }));
}

const NONE = failed('NOT_FOUND', 'No running Metadeck was found; start one with "metadeck serve".');

function withPid(running: Running[], pid: number): Result<Running> {
  const found = running.find((one) => one.pid === pid);
  if (found !== undefined) return done(found);
  if (running.length === 0) return NONE;
  return failed('NOT_FOUND', `No Metadeck runs with pid ${pid}; these do:\n${listed(running)}`);
}

async function choose(running: Running[], terminal: Terminal): Promise<Result<Running>> {
  const [first, ...others] = running;
  if (first === undefined) return NONE;
  if (others.length === 0) return done(first);
  if (terminal.ask === null) return failed('CONFLICT', `Several run; choose one with --pid:\n${listed(running)}`);
  const answer = await terminal.ask(`Several run:\n${listed(running)}\npid: `);
  return withPid(running, Number(answer));
}

/** A line for each run. */
export function listed(running: Running[]): string {
  return running.map(({ pid, kind, endpoint }) => `  ${pid}  ${kind}  ${endpoint ?? 'not listening'}`).join('\n');
}
