// The contract, implemented: what is asked for by name, checked against its schema, and carried out.
import { contract, isOperationName, type OperationName, type Output, type Parsed } from '../app/contract/contract.ts';
import { readInput } from '../app/contract/issues.ts';
import { failed, type Result } from '../app/result.ts';
import { askingHandlers } from './operations/asking.ts';
import { audienceHandlers } from './operations/audience.ts';
import { clientHandlers } from './operations/clients.ts';
import { comparingHandlers } from './operations/compare-world.ts';
import type { Caller } from './operations/context.ts';
import { credentialsHandlers } from './operations/credentials.ts';
import { eventHandlers } from './operations/events.ts';
import { historyHandlers } from './operations/history.ts';
import type { History } from './history/history.ts';
import { metadataHandlers } from './operations/metadata.ts';
import { presetHandlers } from './operations/presets.ts';
import { requestHandlers } from './operations/requests.ts';
import { serverHandlers } from './operations/server.ts';
import { trafficHandlers } from './operations/traffic.ts';

type Handlers = {
  [N in OperationName]: (caller: Caller, input: Parsed<N>) => Result<Output<N>> | Promise<Result<Output<N>>>;
};

const handlers: Handlers = {
  ...serverHandlers,
  ...metadataHandlers,
  ...comparingHandlers,
  ...presetHandlers,
  ...credentialsHandlers,
  ...askingHandlers,
  ...eventHandlers,
  ...audienceHandlers,
  ...historyHandlers,
  ...requestHandlers,
  ...trafficHandlers,
  ...clientHandlers,
};

/** Carries out what is asked for from outside by a name that may be none. */
export async function carryOut(caller: Caller, name: unknown, input: unknown): Promise<Result<unknown>> {
  if (isOperationName(name)) return perform(caller, name, input);
  return failed('NOT_FOUND', 'There is no such operation; see /v1/openapi.json for those there are.');
}

/** What a person fired is on the wire at once, so it stays where it can't be saved, and the answer says so. */
const FIRES: ReadonlySet<string> = new Set([
  'events.interrupt',
  'events.rebalance',
  'events.maintenance',
  'events.lifecycle',
] satisfies OperationName[]);

/** Answers once what was changed is on disk; what could not be saved has changed nothing, but for what was fired. */
function carryKept<N extends OperationName>(
  { context, by }: Caller,
  name: N,
  input: Parsed<N>,
): Promise<Result<Output<N>>> {
  const work = async (history: History) => handlers[name]({ context: { ...context, history }, by }, input);
  return FIRES.has(name) ? context.keeping.fire(work) : context.keeping.carry(work);
}

/** Carries out one operation. Bad input changes nothing and is answered field by field; what breaks inside is INTERNAL. */
export async function perform<N extends OperationName>(
  caller: Caller,
  name: N,
  input: unknown,
): Promise<Result<Output<N>>> {
  try {
    // The schema of a name reads the input of that name, which types can't follow through a union of names.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const read = readInput(contract[name].input, input === undefined ? {} : input) as Result<Parsed<N>>;
    return read.ok ? await carryKept(caller, name, read.data) : read;
  } catch (error) {
    caller.context.failed(error);
    return failed('INTERNAL', `${name} failed inside Metadeck; nothing was lost, and doing something else may work.`);
  }
}
