// What the fields for a value have in common.
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import type { Draft } from './use-draft.ts';
import { TREE_ID, VALUE_FIELD, VALUE_PROBLEM } from './value-focus.ts';
import { absentHint } from '../paths/reasons.ts';

export type EditorProps = { item: MetadataItem; draft: Draft };

export function fieldProps({ item, draft }: EditorProps) {
  return {
    id: VALUE_FIELD,
    value: draft.text,
    'aria-invalid': draft.problem !== null,
    'aria-describedby': draft.problem === null ? undefined : VALUE_PROBLEM,
    placeholder: item.present ? 'empty' : absentHint(item.kind),
    spellCheck: false,
    autoComplete: 'off',
  };
}

/** Esc takes the draft back, and without one leads back to the tree; nothing else hears of these keys. */
export function onEditKey(press: React.KeyboardEvent, draft: Draft, isCommit: boolean): void {
  if (press.key !== 'Escape' && !isCommit) return;
  press.preventDefault();
  press.stopPropagation();
  if (isCommit) void draft.commit();
  else leaveDraft(draft);
}

/** What Esc does. */
export function leaveDraft(draft: Draft): void {
  if (draft.isChanged) draft.revert();
  else document.getElementById(TREE_ID)?.focus();
}
