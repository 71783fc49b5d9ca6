// The commands on what has happened: requests, clients, tokens.
import { InvalidArgumentError } from 'commander';
import { MAX_TTL_SECONDS } from '../../../app/answer/tokens.ts';
import { problemsOf } from '../../../app/filter/strict.ts';
import { MAX_PULL } from '../../../app/log/max-pull.ts';
import type { ClientFlags } from '../client-flags.ts';
import { labelClient, listClients, setHops } from '../commands/clients.ts';
import {
  clearRequests,
  listRequests,
  probe,
  type ProbeFlags,
  replay,
  type RequestsFlags,
  showRequest,
} from '../commands/requests.ts';
import { tail, type TailFlags } from '../commands/tail.ts';
import { expireToken, expireTokens, type ExpireFlags, listTokens } from '../commands/tokens.ts';
import { advice, choiceFlag, numberFrom } from '../usage.ts';
import { type Adding, clientCommand, commandGroup, instanceCommand } from './client-command.ts';

export function addTrafficCommands(adding: Adding): void {
  addTail(adding);
  addRequests(adding);
  addProbe(adding);
  addClients(adding);
  addTokens(adding);
}

const FILTER = 'only requests that match, as in the panel’s filter box';

function addTail({ to, terminal, run }: Adding): void {
  clientCommand(to, 'tail', 'follow the request log', [
    "metadeck tail --filter 'status:404'",
    'metadeck tail --json | jq .target',
  ])
    .option('--filter <filter>', FILTER, rightFilter)
    .action((flags: TailFlags) => run(tail(flags, terminal)));
}

/** For commander: a filter without a mistake. */
export function rightFilter(given: string): string {
  const problem = problemsOf(given)[0];
  if (problem !== undefined) throw new InvalidArgumentError(problem);
  return given;
}

const SEQUENCE = 'its number, as requests --json lists it';
const sequence = numberFrom(1, Number.MAX_SAFE_INTEGER);
const NEWEST = 20;

function addRequests({ to, terminal, run }: Adding): void {
  const group = commandGroup(to, { name: 'requests', usual: 'list' }, 'list the request log, show one, or clear it', [
    "metadeck requests --filter 'why:late' --limit 100",
    'metadeck requests show 12',
    'metadeck requests clear',
  ]);
  clientCommand(group, 'list', 'list the newest requests', ["metadeck requests list --filter 'client:10.0.0.7'"])
    .option('--filter <filter>', FILTER, rightFilter)
    .option('--limit <count>', `how many at most, 1 to ${MAX_PULL}`, numberFrom(1, MAX_PULL), NEWEST)
    .action((flags: RequestsFlags) => run(listRequests(flags, terminal)));
  clientCommand(group, 'show', 'show one request whole: headers both ways, body, and why', [
    'metadeck requests show 12',
  ])
    .argument('<number>', SEQUENCE, sequence)
    .action((number: number, flags: ClientFlags) => run(showRequest(number, flags, terminal)));
  clientCommand(group, 'clear', 'forget every request, for all who look', ['metadeck requests clear']).action(
    (flags: ClientFlags) => run(clearRequests(flags, terminal)),
  );
}

const METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'];

function addProbe({ to, terminal, run }: Adding): void {
  instanceCommand(to, 'probe', 'send a real request, which the log marks as Metadeck’s own', [
    'metadeck probe meta-data/spot/instance-action',
    'metadeck probe api/token --method PUT',
  ])
    .argument('<path>', 'the path, such as meta-data/instance-id; /latest/ in front is fine')
    .addOption(choiceFlag('--method <method>', 'GET unless given', METHODS))
    .option('--token', 'with a token of its own')
    .action((path: string, flags: ProbeFlags) => run(probe(path, flags, terminal)));
  clientCommand(to, 'replay', 'send a request of the log once more', ['metadeck replay 12'])
    .argument('<number>', SEQUENCE, sequence)
    .action((number: number, flags: ClientFlags) => run(replay(number, flags, terminal)));
}

function addClients({ to, terminal, run }: Adding): void {
  const group = commandGroup(to, { name: 'clients', usual: 'list' }, 'list who has asked, or say who a client is', [
    'metadeck clients',
    'metadeck clients label 10.0.0.7 payments',
    'metadeck clients hops 10.0.0.7 2',
  ]);
  clientCommand(group, 'list', 'list who has asked, and how each treats notices', [
    'metadeck clients list --json',
  ]).action((flags: ClientFlags) => run(listClients(flags, terminal)));
  clientCommand(group, 'label', 'give a client a name of your own, or none without a name', [
    'metadeck clients label 10.0.0.7 payments',
  ])
    .argument('<address>', 'its address')
    .argument('[name]', 'the name; without one the client goes by its address')
    .action((address: string, name: string | undefined, flags: ClientFlags) =>
      run(labelClient(address, name, flags, terminal)),
    );
  clientCommand(group, 'hops', 'say how many network hops away a client is', [
    'metadeck clients hops 10.0.0.7 2',
    'metadeck clients hops 10.0.0.7 auto',
  ])
    .argument('<address>', 'its address')
    .argument('<hops>', '1 to 64, or auto for as many as Metadeck finds', hopsFrom)
    .action((address: string, hops: number | null, flags: ClientFlags) => run(setHops(address, hops, flags, terminal)));
}

const hopCount = numberFrom(1, 64);

function hopsFrom(given: string): number | null {
  if (given === 'auto') return null;
  if (/^\d/.test(given)) return hopCount(given);
  throw new InvalidArgumentError(advice(given, ['auto', 'a whole number from 1 to 64']));
}

function addTokens({ to, terminal, run }: Adding): void {
  const group = commandGroup(to, { name: 'tokens', usual: 'list' }, 'list the latest IMDSv2 tokens, or end some', [
    'metadeck tokens',
    'metadeck tokens expire 3f2a9c0d1b7e4a55',
    'metadeck tokens expire --all',
  ]);
  clientCommand(group, 'list', 'list the latest tokens, newest first', ['metadeck tokens list --json']).action(
    (flags: ClientFlags) => run(listTokens(flags, terminal)),
  );
  const expire = instanceCommand(group, 'expire', 'end a token, or all issued so far; SDKs then ask for another', [
    'metadeck tokens expire 3f2a9c0d1b7e4a55 --in 30',
    'metadeck tokens expire --all',
  ])
    .argument('[id]', 'the id of the token, as tokens lists it')
    .option('--in <seconds>', 'seconds until then; its life never gets longer', numberFrom(0, MAX_TTL_SECONDS, true))
    .option('--all', 'every token, or with --instance those of one instance');
  expire.action((id: string | undefined, flags: ExpireFlags) => {
    if ((id === undefined) === (flags.all === undefined))
      expire.error('error: expire needs an id or --all, and not both.');
    if (id === undefined && flags.in !== undefined) expire.error('error: --in is of one token; give its id.');
    return run(id === undefined ? expireTokens(flags, terminal) : expireToken(id, flags, terminal));
  });
}
