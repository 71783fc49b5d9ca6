// What somebody is typing over a value, until it is served or left.
import { useEffect, useRef, useState } from 'react';
import type { PathChange } from '../../../app/contract/answers.ts';
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { tellFailure } from '../../components/toasts.tsx';
import { draftProblem } from './draft-check.ts';
import { serveValue, type Trial, tryValue } from '../paths/edits.ts';
import { useMetadata } from '../paths/metadata-store.ts';
import { serving } from '../../stores/typing.ts';
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
  const { typed, newest, write } = useTyped();
  const [problem, setProblem] = useState<string | null>(null);
  const [changes, setChanges] = useState(NOTHING);
  const [only, setOnly] = useState(item.source === 'override' && item.fact !== undefined);
  /** What is being served; null while nothing is. */
  const underWay = useRef<{ text: string; done: Promise<string | null> } | null>(null);
  const isShown = useShown();
  const isChanged = typed !== null && (typed !== served || !item.present);

  const show = (text: string | null, refusal: string | null) => {
    write(text);
    setProblem(refusal);
    if (text === null || refusal !== null) setChanges(NOTHING);
  };

  useTrial(isChanged ? typed : null, only, {
    ask: async (text, alone) => {
      const flaw = problemOf(text);
      return flaw === null ? attempt(text, alone) : { changed: NOTHING, problem: flaw };
    },
    take: (trial) => {
      if (underWay.current !== null) return;
      setProblem(trial.problem);
      setChanges(trial.changed);
      useMetadata.setState({ lastEdit: null });
    },
  });

  const ended = (text: string, refusal: string | null) => {
    if (isShown.current && newest.current === text) show(refusal === null ? null : text, refusal);
    else if (refusal !== null) tellFailure({ code: 'INVALID_INPUT', message: refusal });
  };

  /** One after the other: what is written while another is served waits for it, and is not lost. */
  const commit = async (text = typed) => {
    const before = underWay.current;
    if (text === null || text === before?.text) return;
    await before?.done;
    if (before === null && text === served && item.present) return show(null, null);
    const flaw = problemOf(text);
    if (flaw !== null) return show(text, flaw);
    write(text);
    const wasServed = serving();
    const done = serve(text, only);
    underWay.current = { text, done };
    const refusal = await done.finally(() => (underWay.current = null));
    if (refusal === null) wasServed();
    ended(text, refusal);
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

/** The text over the value, null while there is none; also as what has to wait finds it later. */
function useTyped() {
  const [typed, setTyped] = useState<string | null>(null);
  const newest = useRef(typed);
  const write = (text: string | null) => {
    newest.current = text;
    setTyped(text);
  };
  return { typed, newest, write };
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
