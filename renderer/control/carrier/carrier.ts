// What carries control calls between the panel and the server: the window's bridge, or HTTP under the page's own origin.
import type { Call } from '../../../app/contract/contract.ts';
import type { Bell } from '../../../app/contract/server.ts';

export const NO_ANSWER = 'The control server does not answer.';

export type Carrier = {
  /** Never rejects: what could not be carried fails with `INTERNAL`. */
  call: Call;
  /** Rings with revision numbers whenever something changed. Returns how to stop listening. */
  onChange: (listener: (bell: Bell) => void) => () => void;
};
