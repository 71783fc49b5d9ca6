// One request whole, pulled when it is selected.
import { useEffect, useState } from 'react';
import type { LogEntryView } from '../../../app/contract/traffic.ts';
import { call } from '../../control/control.ts';

export type EntryState =
  | { kind: 'coming' }
  | { kind: 'here'; entry: LogEntryView }
  | { kind: 'failed'; message: string };

export function useEntry(sequence: number): EntryState {
  const [state, setState] = useState<EntryState>({ kind: 'coming' });
  useEffect(() => {
    let wanted = true;
    const pull = async () => {
      const result = await call('requests.get', { sequence });
      if (!wanted) return;
      setState(result.ok ? { kind: 'here', entry: result.data } : { kind: 'failed', message: result.error.message });
    };
    void pull();
    return () => {
      wanted = false;
    };
  }, [sequence]);
  return state;
}
