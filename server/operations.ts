// The contract, implemented: what is asked for by name, checked against its schema, and carried out.
import { metadataOperations } from '../app/contract/metadata.ts';
import { contract, isOperationName, type OperationName, type Output, type Parsed } from '../app/contract/contract.ts';
import { readInput } from '../app/contract/issues.ts';
import { failed, type Result } from '../app/result.ts';
import { askingHandlers } from './operations/asking.ts';
import type { Caller } from './operations/context.ts';
import { eventHandlers } from './operations/events.ts';
import { historyHandlers } from './operations/history.ts';
import { metadataHandlers } from './operations/metadata.ts';
import { presetHandlers } from './operations/presets.ts';
import { serverHandlers } from './operations/server.ts';
import { trafficHandlers } from './operations/traffic.ts';

type Handlers = {
  [N in OperationName]: (caller: Caller, input: Parsed<N>) => Result<Output<N>> | Promise<Result<Output<N>>>;
};

const handlers: Handlers = {
  ...serverHandlers,
  ...metadataHandlers,
  ...presetHandlers,
  ...askingHandlers,
  ...eventHandlers,
  ...historyHandlers,
  ...trafficHandlers,
};

/** Values may be signatures, so whoever reads or compares them waits for the key; these do neither, or see to it themselves. */
const NO_VALUES = [
  'world.get',
  'facts.get',
  'options.get',
  'options.patch',
  'presets.list',
  'metadata.preview',
  'server.probe',
] as const satisfies readonly OperationName[];
const READ_VALUES = new Set(Object.keys(metadataOperations));
for (const name of NO_VALUES) READ_VALUES.delete(name);

/** Carries out one operation. Bad input changes nothing and is answered field by field; what breaks inside is INTERNAL. */
export async function carryOut(caller: Caller, name: unknown, input: unknown): Promise<Result<unknown>> {
  if (!isOperationName(name))
    return failed('NOT_FOUND', 'There is no such operation; see /v1/openapi.json for those there are.');
  const read: Result<unknown> = readInput(contract[name].input, input ?? {});
  if (!read.ok) return read;
  // Each name has the handler of its own input, which types can't follow through a union of names.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const handler = handlers[name] as (caller: Caller, input: unknown) => Result<unknown> | Promise<Result<unknown>>;
  try {
    if (READ_VALUES.has(name)) await caller.context.identity.ready();
    return await handler(caller, read.data);
  } catch (error) {
    caller.context.failed(error);
    return failed('INTERNAL', `${name} failed inside Metadeck; nothing was lost, and doing something else may work.`);
  }
}
