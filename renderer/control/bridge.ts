// The carrier in the desktop window: what the preload script exposes as `window.metadeck`.
import type { Carrier } from './carrier.ts';

/** The window's bridge; null in a browser. */
export function windowBridge(): Carrier | null {
  const exposed: unknown = Reflect.get(globalThis, 'metadeck');
  return isBridge(exposed) ? exposed : null;
}

function isBridge(value: unknown): value is Carrier {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'call' in value && typeof value.call === 'function' && 'onChange' in value && typeof value.onChange === 'function'
  );
}
