// The ways between the tree and the value of the selected path.

export const TREE_ID = 'metadata-tree';
export const VALUE_FIELD = 'metadata-value';
/** The class of what belongs to the field while a draft is written. */
export const DRAFT_PART = 'draft-part';
export const VALUE_PROBLEM = 'metadata-value-problem';

/** True where the focus is still at the draft. */
export function isAtDraft(target: EventTarget | null): boolean {
  return target instanceof Element && (target.id === VALUE_FIELD || target.closest(`.${DRAFT_PART}`) !== null);
}

export function focusValue(): void {
  const field = document.getElementById(VALUE_FIELD);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
