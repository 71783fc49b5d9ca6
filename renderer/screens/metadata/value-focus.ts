// The ways between the tree and the value of the selected path.

export const TREE_ID = 'metadata-tree';
export const VALUE_FIELD = 'metadata-value';
export const VALUE_PROBLEM = 'metadata-value-problem';

export function focusValue(): void {
  const field = document.getElementById(VALUE_FIELD);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
