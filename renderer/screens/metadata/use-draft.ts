// What somebody is typing over a value, until it is served or left.
import { useEffect, useRef, useState } from 'react';
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { tellFailure } from '../../stores/toasts.tsx';
import { serveValue } from './edits.ts';

export type Draft = {
  text: string;
  isChanged: boolean;
  /** Why the server refused it; null while it did not. */
  problem: string | null;
  only: boolean;
  write: (text: string) => void;
  setOnly: (only: boolean) => void;
  /** Serves what was typed, or the text given. */
  commit: (text?: string) => Promise<void>;
  /** Leaving the field serves a draft that was not refused already. */
  leave: () => void;
  revert: () => void;
};

/** Live values come through while nothing is typed; a draft stays as it is whatever the server tells meanwhile. */
export function useDraft(item: MetadataItem): Draft {
  const served = item.value ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [only, setOnly] = useState(item.source === 'override' && item.fact !== undefined);
  const isBusy = useRef(false);
  const isShown = useShown();
  const isChanged = typed !== null && (typed !== served || !item.present);

  const show = (text: string | null, refusal: string | null) => {
    setTyped(text);
    setProblem(refusal);
  };

  const commit = async (text = typed) => {
    if (isBusy.current || text === null || (text === served && item.present)) return show(null, null);
    isBusy.current = true;
    setTyped(text);
    const refusal = await serveValue(item.path, text, only);
    isBusy.current = false;
    if (isShown.current) show(refusal === null ? null : text, refusal);
    else if (refusal !== null) tellFailure({ code: 'INVALID_INPUT', message: refusal });
  };

  return {
    text: typed ?? served,
    isChanged,
    problem,
    only,
    write: (text) => show(text, null),
    setOnly,
    commit,
    leave: () => {
      if (isChanged && problem === null) void commit();
    },
    revert: () => show(null, null),
  };
}

function useShown(): React.RefObject<boolean> {
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return isShown;
}
