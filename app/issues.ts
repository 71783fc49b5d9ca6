// What a schema found wrong, as fields with one message each.
import type * as z from 'zod';
import { failed, type Failure, type Issue } from './result.ts';

/** Input that fails its schema: each field with its message, the first one said in front. */
export function refusedInput(error: z.ZodError): { ok: false; error: Failure } {
  const issues = error.issues.flatMap(flatten);
  const first = issues[0];
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  return failed('INVALID_INPUT', `${where}${first?.message ?? 'The input is not what is taken here.'}`, issues);
}

/** Each field that is wrong: unknown ones one by one, and for a union what the closest of its branches found. */
function flatten(issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField([...issue.path, key]));
  if (issue.code === 'invalid_key') return [{ path, message: issue.issues[0]?.message ?? issue.message }];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path, message: issue.message }];
  const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
  return closest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

function unknownField(path: PropertyKey[]): Issue {
  return { path: path.map(String).join('.'), message: 'There is no such field here; leave it out.' };
}
