// A part that belongs to the field: going there from what is being written, and back, does not serve it yet.
import type { Draft } from './use-draft.ts';
import { DRAFT_PART } from './value-focus.ts';

type Props = { draft: Draft; children: React.ReactNode };

export function DraftPart({ draft, children }: Props) {
  // A press would take the focus from the field before it is known where it goes.
  const keepFocus = (press: React.MouseEvent) => {
    if (draft.isChanged) press.preventDefault();
  };
  return (
    <div className={DRAFT_PART} onBlur={draft.leave} onMouseDown={keepFocus}>
      {children}
    </div>
  );
}
