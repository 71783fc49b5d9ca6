// A stand-in for the runtime in the tests of the control plane: it answers each operation with what it was asked.
import type { Bell } from '../../app/contract/server.ts';
import type { FiredBy } from '../../app/events/kinds.ts';
import { done, type Result } from '../../app/result.ts';
import type { Carried } from './host.ts';

export type Call = { name: unknown; input: unknown; by: FiredBy };
export type FakeHost = Carried & {
  asked: Call[];
  failures: unknown[];
  listeners: Set<(bell: Bell) => void>;
  ring: (bell: Bell) => void;
};

export const BELL: Bell = { run: 'r1', world: 1, traffic: 2, log: 3 };

/** `answer` says what comes back; without it, the call itself. */
export function fakeHost(answer: (asked: Call) => Result<unknown> | Promise<Result<unknown>> = done): FakeHost {
  const listeners = new Set<(bell: Bell) => void>();
  const asked: Call[] = [];
  const failures: unknown[] = [];
  return {
    asked,
    failures,
    listeners,
    carry: async (name, input, by) => {
      const call = { name, input, by };
      asked.push(call);
      return answer(call);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    bell: () => BELL,
    failed: (error) => void failures.push(error),
    ring: (bell) => {
      for (const listener of listeners) listener(bell);
    },
  };
}
