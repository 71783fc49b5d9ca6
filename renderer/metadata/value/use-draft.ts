// What somebody is typing over a value, until it is served or left.
import { useEffect, useRef, useState } from 'react';
import type { PathChange } from '../../../app/contract/answers.ts';
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { tellFailure } from '../../components/toasts.tsx';
import { draftProblem } from './draft-check.ts';
import { serveValue, type Trial, tryValue } from '../paths/edits.ts';
import { useMetadata } from '../paths/metadata-store.ts';
import { useTrial } from './use-trial.ts';
import { isAtDraft } from './value-focus.ts';

const NOTHING: readonly PathChange[] = [];

export type Draft = {
  text: string;
  isChanged: boolean;
  /** What is wrong with it, by its form or by the server's rule; null while nothing was found. */
  problem: string | null;
  only: boolean;
  /** What it would change as soon as it is served; nothing while that is not known. */
  changes: readonly PathChange[];
  write: (text: string) => void;
  setOnly: (only: boolean) => void;
  /** Serves what was typed, or the text given. */
  commit: (text?: string) => Promise<void>;
  /** Leaving the field and its parts serves a draft that was not refused already. */
  leave: (blur: React.FocusEvent) => void;
  revert: () => void;
};

/** How a draft is judged, tried and served. */
export type DraftWays = {
  /** What is served now, as the field writes it. */
  served: string;
  problemOf: (text: string) => string | null;
  attempt: (text: string, only: boolean) => Promise<Trial>;
  serve: (text: string, only: boolean) => Promise<string | null>;
};

export function usualWays({ path, value, kind }: MetadataItem): DraftWays {
  return {
    served: value ?? '',
    problemOf: (text) => draftProblem(kind, text),
    attempt: (text, only) => tryValue(path, text, only),
    serve: (text, only) => serveValue(path, text, only),
  };
}

/** Live values come through while nothing is typed; a draft stays as it is whatever the server tells meanwhile. */
export function useDraft(item: MetadataItem, { served, problemOf, attempt, serve }: DraftWays): Draft {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [changes, setChanges] = useState(NOTHING);
  const [only, setOnly] = useState(item.source === 'override' && item.fact !== undefined);
  const isBusy = useRef(false);
  const isShown = useShown();
  const isChanged = typed !== null && (typed !== served || !item.present);

  const show = (text: string | null, refusal: string | null) => {
    setTyped(text);
    setProblem(refusal);
    if (text === null || refusal !== null) setChanges(NOTHING);
  };

  useTrial(isChanged ? typed : null, only, {
    ask: async (text, alone) => {
      const flaw = problemOf(text);
      return flaw === null ? attempt(text, alone) : { changed: NOTHING, problem: flaw };
    },
    take: (trial) => {
      if (isBusy.current) return;
      setProblem(trial.problem);
      setChanges(trial.changed);
      useMetadata.setState({ lastEdit: null });
    },
  });

  const commit = async (text = typed) => {
    if (isBusy.current || text === null || (text === served && item.present)) return show(null, null);
    const flaw = problemOf(text);
    if (flaw !== null) return show(text, flaw);
    isBusy.current = true;
    setTyped(text);
    const refusal = await serve(text, only).finally(() => (isBusy.current = false));
    if (isShown.current) show(refusal === null ? null : text, refusal);
    else if (refusal !== null) tellFailure({ code: 'INVALID_INPUT', message: refusal });
  };

  return {
    text: typed ?? served,
    isChanged,
    problem,
    only,
    changes: isChanged ? changes : NOTHING,
    write: (text) => show(text, null),
    setOnly,
    commit,
    leave: (blur) => {
      if (isChanged && problem === null && !isAtDraft(blur.relatedTarget)) void commit();
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
