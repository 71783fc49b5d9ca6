// Operations on clients: who asked, and what somebody said of each.
import type { Output, Parsed } from '../../app/contract/contract.ts';
import type { ClientView } from '../../app/contract/traffic.ts';
import { clientAddress } from '../../app/answer/request.ts';
import { done, failed, type Result } from '../../app/result.ts';
import { labelClient } from '../../app/traffic/record.ts';
import type { Client } from '../../app/traffic/traffic.ts';
import { askedInstance, clientView } from '../../app/views/client-view.ts';
import { hopsSaid, withHops } from '../../app/world/hops.ts';
import { MAX_HOPS_SAID } from '../../app/world/world.ts';
import { enterWorld } from '../history/change-world.ts';
import type { TakeBack } from '../history/history.ts';
import { entryOf, telling, together } from '../history/take-back.ts';
import { hopsOf } from '../imds/arrival.ts';
import type { Caller, Context } from './context.ts';

/** What of a run these work on. */
type Used = Pick<Context, 'history' | 'now' | 'traffic' | 'world'>;

export const clientHandlers = {
  'clients.list': ({ context }: Caller<Used>): Result<Output<'clients.list'>> => {
    const said = Object.entries(context.world.world().hops ?? {});
    return done({
      items: [...context.traffic.traffic.clients.values()].map(clientViewer(context)),
      hops: said.map(([address, hops]) => ({ address, hops })),
    });
  },
  'clients.patch': ({ context }: Caller<Used>, input: Parsed<'clients.patch'>): Result<Output<'clients.patch'>> => {
    const client = clientAddress(input.address);
    const problem = labelProblem(context, client, input) ?? hopsProblem(context, client, input);
    if (problem) return problem;
    const parts = [saidHops(context, client, input.hops), named(context, client, input.label)].filter(isDone);
    if (parts.length > 0) {
      const title = parts.map((part) => part.title).join(' and ');
      context.history.did({ title, takeBack: together(...parts.map(({ takeBack }) => takeBack)) });
    }
    const label = context.traffic.traffic.labels.get(client) ?? null;
    return done({ address: client, label, ...hopsView(context, client) });
  },
};

type Patch = Pick<Parsed<'clients.patch'>, 'label' | 'hops'>;

function labelProblem({ traffic }: Used, client: string, { label }: Patch) {
  if (label === undefined || [...traffic.traffic.clients.values()].some(({ address }) => address === client))
    return undefined;
  return failed('NOT_FOUND', `${client} has not asked for anything; /v1/clients lists who has.`);
}

function hopsProblem({ world }: Used, client: string, { hops }: Patch) {
  const said = world.world().hops ?? {};
  if (hops === undefined || hops === null || client in said || Object.keys(said).length < MAX_HOPS_SAID)
    return undefined;
  return failed(
    'CONFLICT',
    `${MAX_HOPS_SAID} clients have hops of their own already; give one of them null to make room.`,
  );
}

/** One part of a step, done; undefined where nothing changed by it. */
type Part = { title: string; takeBack: TakeBack } | undefined;

function isDone(part: Part): part is NonNullable<Part> {
  return part !== undefined;
}

function saidHops(context: Used, client: string, hops: Patch['hops']): Part {
  const before = context.world.world();
  const next = hops === undefined ? before : withHops(before, client, hops);
  if (next === before) return undefined;
  const title = hops === null ? `made the hops of ${client} automatic` : `set the hops of ${client} to ${hops}`;
  return { title, takeBack: enterWorld(context, next, []) };
}

/** A name for an address, or none any more. */
function named({ traffic }: Used, client: string, given: Patch['label']): Part {
  const { labels } = traffic.traffic;
  const label = (given ?? '').trim();
  if (given === undefined || (labels.get(client) ?? '') === label) return undefined;
  const takeBack = telling(entryOf(labels, client), traffic.touch);
  labelClient(traffic.traffic, client, label);
  traffic.touch();
  return { title: label === '' ? `took the name of ${client} away` : `named ${client} ${label}`, takeBack };
}

/** Makes the view of a client, of the instance that it asked; each instance is looked at once. */
function clientViewer(context: Used): (client: Client) => ClientView {
  const { traffic } = context.traffic;
  const now = context.now();
  const instances = new Map(context.world.world().instances.map((one) => [one.name, askedInstance(one, now)]));
  return (client) => {
    const asked = instances.get(client.instance);
    return clientView(client, { asked, traffic, hops: hopsView(context, client.address) }, now);
  };
}

function hopsView({ world }: Used, address: string): Pick<ClientView, 'hops' | 'hopsGiven'> {
  const given = world.world();
  return { hops: hopsOf(given, address), hopsGiven: hopsSaid(given, address) !== undefined };
}
