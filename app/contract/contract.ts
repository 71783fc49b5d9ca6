// The contract: every control operation, its method and path, its input and output. The only list there is.
import type * as z from 'zod';
import { credentialsOperations } from './credentials.ts';
import { eventOperations } from './events.ts';
import { historyOperations } from './history.ts';
import { metadataOperations } from './metadata.ts';
import type { Operation } from './operation.ts';
import { serverOperations } from './server.ts';
import { trafficOperations } from './traffic.ts';
import type { Result } from '../result.ts';

export const contract = {
  ...serverOperations,
  ...metadataOperations,
  ...credentialsOperations,
  ...eventOperations,
  ...historyOperations,
  ...trafficOperations,
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof contract;
/** What a caller gives. */
export type Input<N extends OperationName> = z.input<(typeof contract)[N]['input']>;
/** What an operation gets, parsed. */
export type Parsed<N extends OperationName> = z.output<(typeof contract)[N]['input']>;
export type Output<N extends OperationName> = z.output<(typeof contract)[N]['output']>;

/** How every carrier looks to its caller. */
export type Call = <N extends OperationName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;

export function isOperationName(name: unknown): name is OperationName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}
