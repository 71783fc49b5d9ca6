// The panel's way to the server: one carrier, chosen once, and calls through it.
import type { Call, Input, OperationName, Output } from '../../app/contract/contract.ts';
import type { Failure } from '../../app/result.ts';
import { windowBridge } from './carrier/bridge.ts';
import { serving } from '../stores/typing.ts';
import type { Carrier } from './carrier/carrier.ts';
import { httpCarrier } from './carrier/http-carrier.ts';

let chosen: Carrier | undefined;

export function carrier(): Carrier {
  chosen ??= windowBridge() ?? httpCarrier();
  return chosen;
}

export const call: Call = (name, input) => carrier().call(name, input);

let sayFailure: (failure: Failure) => void = () => {};

/** Who says what failed of all that somebody asks for. */
export function onFailure(say: (failure: Failure) => void): void {
  sayFailure = say;
}

/** Carries out what somebody asked for. What fails is said; the answer is then null. */
export async function act<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N> | null> {
  const served = serving();
  const result = await call(name, input);
  if (result.ok) {
    served();
    return result.data;
  }
  sayFailure(result.error);
  return null;
}
