// The commands on clients: who has asked, what they are called, how far away they are.
import type { Output } from '../../../app/contract/contract.ts';
import { carryOut, type ExitCode } from '../command.ts';
import type { ClientFlags } from '../client-flags.ts';
import { heldWords } from '../../../app/words.ts';
import { counted, localTime, plain, table, type Terminal } from '../output.ts';

export function listClients(flags: ClientFlags, terminal: Terminal): Promise<ExitCode> {
  return carryOut('clients.list', {}, { flags, terminal }, inWords);
}

/** Without a label the client goes by its address again. */
export function labelClient(
  address: string,
  label: string | undefined,
  flags: ClientFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  return carryOut('clients.patch', { address, label: label ?? null }, { flags, terminal }, said);
}

/** Null for as many as Metadeck finds by itself. */
export function setHops(
  address: string,
  hops: number | null,
  flags: ClientFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  return carryOut('clients.patch', { address, hops }, { flags, terminal }, said);
}

function said({ address, label, hops, hopsGiven }: Output<'clients.patch'>): string {
  const name = label === null ? plain(address) : `${plain(address)}, called ${plain(label)},`;
  return `${name} is ${counted(hops, 'hop')} away${hopsGiven ? ', as you said' : ''}.\n`;
}

/** A line for each client: who, how much, when last, and how it treats notices; then what is said of other addresses. */
function inWords({ items, hops }: Output<'clients.list'>, now = Date.now()): string {
  const asked = new Set(items.map(({ address }) => address));
  const rows = items.map((one) => [
    plain(one.address),
    plain(one.label ?? ''),
    counted(one.requests, 'request'),
    localTime(one.lastSeen, now),
    counted(one.hops, 'hop'),
    plain([one.diagnosis, ...one.credentials.map(heldWords)].join('; ')),
  ]);
  const unseen = hops
    .filter(({ address }) => !asked.has(address))
    .map((one) => [plain(one.address), '', 'has not asked', '', counted(one.hops, 'hop')]);
  return rows.length + unseen.length === 0 ? 'Nobody has asked yet.\n' : table([...rows, ...unseen]);
}
