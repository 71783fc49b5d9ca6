// What a schema found wrong, as fields with one message each.
import type * as z from 'zod';
import { issueWords } from './issue-words.ts';
import { done, failed, type Failure, type Issue, type Result } from '../result.ts';

/** Input out of anything, or everything that its schema finds wrong. */
export function readInput<T extends z.ZodType>(schema: T, value: unknown): Result<z.output<T>> {
  const parsed = schema.safeParse(value, { error: issueWords });
  return parsed.success ? done(parsed.data) : refusedInput(parsed.error);
}

/** Input that fails its schema: each field with its message, the first one said in front. */
function refusedInput(error: z.ZodError): { ok: false; error: Failure } {
  const issues = error.issues.flatMap(flatten);
  const first = issues[0];
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  return failed('INVALID_INPUT', `${where}${first?.message ?? 'The input is not what is taken here.'}`, issues);
}

/** Each field that is wrong: unknown ones one by one, and for a union what the closest of its branches found. */
function flatten(issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownField([...issue.path, key], issue.message));
  if (issue.code === 'invalid_key') return [{ path, message: issue.issues[0]?.message ?? issue.message }];
  const said = issue.message !== UNSAID;
  if (issue.code !== 'invalid_union' || issue.errors.length === 0 || said) return [{ path, message: issue.message }];
  const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
  return closest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** What zod says of a union that has no words of its own. */
const UNSAID = 'Invalid input';

function unknownField(path: PropertyKey[], message: string): Issue {
  return { path: path.map(String).join('.'), message };
}
