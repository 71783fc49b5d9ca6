// How the refusal of a file is told: field by field.
import type { Failure } from '../../app/result.ts';

const MOST_TOLD = 5;

/** Each field that was refused with its sentence; the first few. */
export function refusalLines({ message, issues = [] }: Failure): string[] {
  if (issues.length === 0) return [message];
  const told = issues
    .slice(0, MOST_TOLD)
    .map((issue) => (issue.path === '' ? issue.message : `${issue.path}: ${issue.message}`));
  const left = issues.length - told.length;
  return left === 0 ? told : [...told, `and ${left} more`];
}
