// The carrier in the desktop window: what the preload script exposes as `window.metadeck`.
import type { Input, OperationName, Output } from '../../../app/contract/contract.ts';
import { failed, type Result } from '../../../app/result.ts';
import { type Carrier, NO_ANSWER } from './carrier.ts';

/** The window's bridge; null in a browser. */
export function windowBridge(): Carrier | null {
  const exposed: unknown = Reflect.get(globalThis, 'metadeck');
  if (!isBridge(exposed)) return null;
  return { call: (name, input) => ask(exposed, name, input), onChange: exposed.onChange };
}

/** Electron rejects what it could not carry, or what threw on the other side; the panel is told in the words of an answer. */
async function ask<N extends OperationName>(bridge: Carrier, name: N, input: Input<N>): Promise<Result<Output<N>>> {
  try {
    return await bridge.call(name, input);
  } catch {
    return failed('INTERNAL', NO_ANSWER);
  }
}

function isBridge(value: unknown): value is Carrier {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'call' in value && typeof value.call === 'function' && 'onChange' in value && typeof value.onChange === 'function'
  );
}
