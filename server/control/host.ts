// What the control plane, and whoever is in the same process, need from the runtime.
import type { Input, OperationName, Output } from '../../app/contract/contract.ts';
import type { Bell } from '../../app/contract/server.ts';
import type { FiredBy } from '../../app/events/kinds.ts';
import type { Result } from '../../app/result.ts';

/** What a carrier from outside needs: it knows neither names nor input until they are read. */
export type Carried = {
  /** Reads name and input by the contract and carries the operation out; never throws. */
  carry: (name: unknown, input: unknown, by: FiredBy) => Promise<Result<unknown>>;
  /** Tells of every change until the function it answers is called. */
  onChange: (listener: (bell: Bell) => void) => () => void;
  bell: () => Bell;
  /** Tells of a throw that should not have been. */
  failed: (error: unknown) => void;
};

export type ControlHost = Carried & {
  /** Carries an operation out for who is in the same process; input is checked as from anywhere. Never throws. */
  call: <N extends OperationName>(name: N, input: Input<N>, by: FiredBy) => Promise<Result<Output<N>>>;
};
