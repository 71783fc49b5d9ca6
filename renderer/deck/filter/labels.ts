// The names that somebody gave to clients.
import { useMemo } from 'react';
import { useTraffic } from '../../stores/traffic.ts';

/** By address; only those that have one. */
export function useClientLabels(): ReadonlyMap<string, string> {
  const clients = useTraffic((traffic) => traffic.clients);
  return useMemo(
    () => new Map((clients ?? []).flatMap(({ address, label }) => (label === null ? [] : [[address, label] as const]))),
    [clients],
  );
}
