// The sets of credentials that clients get now: read again when the world changes, and when the next ones have come.
import { useCallback, useEffect, useState } from 'react';
import type { CredentialsView } from '../../../app/contract/credentials.ts';
import { call } from '../../control/control.ts';
import { pullMetadata } from '../paths/pull-metadata.ts';
import { useWorldChange } from '../paths/use-world-change.ts';

/** So that a server whose clock is behind is not asked again and again. */
const SHORTEST_WAIT_MS = 1000;

/** Null until the first answer. */
export function useCredentials(): CredentialsView | null {
  const [credentials, setCredentials] = useState<CredentialsView | null>(null);
  const pull = useCallback(async () => {
    const result = await call('credentials.get', {});
    setCredentials(result.ok ? result.data : null);
  }, []);
  useWorldChange(pull);
  useEffect(() => {
    if (credentials === null) return undefined;
    const wait = Math.max(SHORTEST_WAIT_MS, Date.parse(credentials.nextAt) - Date.now());
    const timer = setTimeout(() => void Promise.all([pull(), pullMetadata()]), wait);
    return () => clearTimeout(timer);
  }, [credentials, pull]);
  return credentials;
}
