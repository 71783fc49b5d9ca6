// A world as a file: what a text must be before the server is asked, and how its refusals are told.
import { jsonProblem } from '../../../app/json-problem.ts';
import type { Failure } from '../../../app/result.ts';

/** The server takes no larger body. */
export const MAX_WORLD_BYTES = 1_048_576;
const MOST_TOLD = 5;

export type WorldText = { ok: true; value: object } | { ok: false; problem: string };

/** The JSON object that a text holds, or where it stops being one. */
export function readWorldText(text: string): WorldText {
  const problem = jsonProblem(text);
  if (problem !== null) return { ok: false, problem };
  const value: unknown = JSON.parse(text);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? { ok: true, value } : { ok: false, problem: 'A world is a JSON object, as the export writes it.' };
}

/** Each field that was refused with its sentence; the first few. */
export function refusalLines({ message, issues = [] }: Failure): string[] {
  if (issues.length === 0) return [message];
  const told = issues
    .slice(0, MOST_TOLD)
    .map((issue) => (issue.path === '' ? issue.message : `${issue.path}: ${issue.message}`));
  const left = issues.length - told.length;
  return left === 0 ? told : [...told, `and ${left} more`];
}
