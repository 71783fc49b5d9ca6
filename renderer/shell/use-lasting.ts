// A state that counts only once it has lasted, so that a blink of it is never shown.
import { useEffect, useState } from 'react';

/** True once something has been so for a while. */
function useLasting(is: boolean, forMs: number): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    if (!is) return;
    const timer = setTimeout(() => setLasted(true), forMs);
    return () => {
      clearTimeout(timer);
      setLasted(false);
    };
  }, [is, forMs]);
  return is && lasted;
}

/** How long the connection may be gone before anything says so. */
const QUIET_MS = 1000;

export function useConnectionGone(state: 'connected' | 'reconnecting' | 'lost'): boolean {
  return useLasting(state !== 'connected', QUIET_MS);
}
