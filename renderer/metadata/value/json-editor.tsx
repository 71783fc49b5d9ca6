// The field for JSON. The editor proper is loaded when one opens; until then a plain field stands in.
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type EditorProps, leaveDraft } from './edit-field.ts';
import styles from './json-editor.module.css';
import type { JsonView } from './json-view.ts';
import { LinesEditor } from './lines-editor.tsx';
import type { Draft } from './use-draft.ts';
import field from './value-editor.module.css';
import { VALUE_FIELD } from './value-focus.ts';

export function JsonEditor({ item, draft }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useJsonView(host, draft);
  const isBad = draft.problem !== null;
  useEffect(() => view?.show(draft.text), [view, draft.text]);
  useEffect(() => view?.mark(isBad), [view, isBad]);
  return (
    <>
      {view === null && <LinesEditor item={item} draft={draft} />}
      <div className={field.input} data-lines data-bad={isBad || undefined} hidden={view === null}>
        <div ref={host} className={styles.host} onBlur={draft.leave} />
        <span className={field.hint} aria-hidden>
          Ctrl or ⌘ ↵ to serve it · Esc to leave it
        </span>
      </div>
    </>
  );
}

/** Null until the editor is loaded. The focus that the plain field had goes over to it. */
function useJsonView(host: React.RefObject<HTMLDivElement | null>, draft: Draft): JsonView | null {
  const [view, setView] = useState<JsonView | null>(null);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  useEffect(() => {
    let opened: JsonView | null = null;
    let isGone = false;
    void import('./json-view.ts').then(({ openJsonView }) => {
      if (isGone || host.current === null) return undefined;
      const hadFocus = document.activeElement?.id === VALUE_FIELD;
      const now = openJsonView(host.current, latest.current.text, {
        onWrite: (text) => latest.current.write(text),
        onCommit: () => void latest.current.commit(),
        onEscape: () => leaveDraft(latest.current),
      });
      opened = now;
      // What is hidden takes no focus.
      flushSync(() => setView(now));
      if (hadFocus) now.focus();
      return undefined;
    });
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [host]);
  return view;
}
