// What the control plane needs from the runtime that it carries.
import type { OperationName } from '../../app/contract/contract.ts';
import type { Bell } from '../../app/contract/server.ts';
import type { FiredBy } from '../../app/events/kinds.ts';
import type { Result } from '../../app/result.ts';

export type ControlHost = {
  /** Parses the input with the contract and carries the operation out; never throws. */
  call: (name: OperationName, input: unknown, by: FiredBy) => Promise<Result<unknown>>;
  /** Tells of every change until the function it answers is called. */
  onChange: (listener: (bell: Bell) => void) => () => void;
  bell: () => Bell;
  /** Tells of a throw that should not have been. */
  failed: (error: unknown) => void;
};
