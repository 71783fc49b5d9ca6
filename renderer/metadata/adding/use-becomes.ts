// What a new path would become, as the server would make it, while it is written.
import { useState } from 'react';
import { tryPath } from '../paths/edits.ts';
import { useMetadata } from '../paths/metadata-store.ts';
import { useTrial } from '../value/use-trial.ts';
import { becomes } from './new-path.ts';

type Becomes = { words: string | null; problem: string | null };

const NOTHING: Becomes = { words: null, problem: null };

/** Nothing while the path names a directory still, and until the server has answered about what is written now. */
export function useBecomes(path: string, value: string): Becomes {
  const [told, setTold] = useState<{ path: string; trial: Becomes }>({ path: '', trial: NOTHING });
  const isWhole = path !== '' && !path.endsWith('/');
  useTrial(isWhole ? `${path}\n${value}` : null, false, {
    ask: () => tryPath(path, value),
    take: (trial) => {
      if (trial === null) return setTold({ path, trial: NOTHING });
      if (typeof trial === 'object') return setTold({ path, trial: { words: null, problem: trial.problem } });
      const fact = useMetadata.getState().items?.find((item) => item.path === path)?.fact;
      setTold({ path, trial: { words: becomes(path, trial, fact), problem: null } });
    },
  });
  return isWhole && told.path === path ? told.trial : NOTHING;
}
