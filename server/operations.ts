// The contract, implemented: what is asked for by name, checked against its schema, and carried out.
import type * as z from 'zod';
import { contract, isOperationName, type OperationName, type Output, type Parsed } from '../app/contract.ts';
import { failed, type Issue, type Result } from '../app/result.ts';
import { askingHandlers } from './operations/asking.ts';
import type { Caller } from './operations/context.ts';
import { eventHandlers } from './operations/events.ts';
import { metadataHandlers } from './operations/metadata.ts';
import { serverHandlers } from './operations/server.ts';
import { trafficHandlers } from './operations/traffic.ts';

type Handlers = {
  [N in OperationName]: (caller: Caller, input: Parsed<N>) => Result<Output<N>> | Promise<Result<Output<N>>>;
};

const handlers: Handlers = {
  ...serverHandlers,
  ...metadataHandlers,
  ...askingHandlers,
  ...eventHandlers,
  ...trafficHandlers,
};

/** Carries out one operation. Bad input changes nothing and is answered field by field; what breaks inside is INTERNAL. */
export async function carryOut(caller: Caller, name: unknown, input: unknown): Promise<Result<unknown>> {
  if (!isOperationName(name))
    return failed('NOT_FOUND', 'There is no such operation; see /v1/openapi.json for those there are.');
  const parsed = contract[name].input.safeParse(input ?? {});
  if (!parsed.success) return refused(parsed.error);
  // The table pairs each name with the handler of its own input, which the types can't follow through a union of names.
  const handler = handlers[name] as (caller: Caller, input: unknown) => Result<unknown> | Promise<Result<unknown>>;
  try {
    return await handler(caller, parsed.data);
  } catch {
    return failed('INTERNAL', `${name} failed inside Metadeck; nothing was lost, and doing something else may work.`);
  }
}

function refused(error: z.ZodError): Result<never> {
  const issues = error.issues.flatMap(flatten);
  const first = issues[0];
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  return failed('INVALID_INPUT', `${where}${first?.message ?? 'The input is not what this operation takes.'}`, issues);
}

/** An issue of a union says nothing of itself: what the closest of its branches found does. */
function flatten(issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map(String).join('.');
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path, message: issue.message }];
  const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
  return closest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}
