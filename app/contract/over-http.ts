// The contract over HTTP: where each piece of an operation's input stands in a request, for whoever sends, reads or documents one.
import { done, failed, type Result } from '../result.ts';
import { contract, type Input, type OperationName } from './contract.ts';

export type HttpRequest = { method: string; path: string; body: string | null };

/** Parts of the path come from the input; what is left is the query of a GET, and the JSON body of everything else, if anything is. */
export function toHttp<N extends OperationName>(name: N, input: Input<N>): HttpRequest {
  const { method, path } = contract[name];
  const given = Object.entries<unknown>(input).filter(([, value]) => value !== undefined);
  const parts = pathParts(path);
  const left = given.filter(([field]) => !parts.includes(field));
  const values = new Map(given);
  const filled = withParts(path, (part) => encodeURIComponent(String(values.get(part))));
  if (isInQuery(method)) return { method, path: filled + queryOf(left), body: null };
  return { method, path: filled, body: left.length === 0 ? null : JSON.stringify(Object.fromEntries(left)) };
}

function queryOf(fields: [string, unknown][]): string {
  const query = fields.map(([field, value]) => `${inQuery(field)}=${inQuery(String(value))}`);
  return query.length === 0 ? '' : `?${query.join('&')}`;
}

/** As a form writes it. */
function inQuery(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+');
}

/** A request as it came: `body` is undefined where there is none. */
type Came = { method: string; query: Record<string, unknown>; body: unknown; parts: Record<string, string> };

/** The input of a request, not yet checked by its schema; refused where a piece stands in the wrong place, or twice. */
export function fromHttp({ method, query, body, parts }: Came): Result<unknown> {
  if (isInQuery(method)) {
    if (body !== undefined) return failed('INVALID_INPUT', 'A GET takes its input from the query; send no body.');
    return joined(query, parts);
  }
  if (Object.keys(query).length > 0)
    return failed('INVALID_INPUT', 'This takes no query; send its input as JSON in the body.');
  return joined(body === undefined ? {} : body, parts);
}

function joined(input: unknown, parts: Record<string, string>): Result<unknown> {
  if (Object.keys(parts).length === 0 || typeof input !== 'object' || input === null || Array.isArray(input))
    return done(input);
  const twice = Object.keys(parts).find((name) => Object.hasOwn(input, name));
  if (twice === undefined) return done({ ...input, ...parts });
  const message = `${twice} is a part of the path; leave it out of the rest.`;
  return failed('INVALID_INPUT', message, [{ path: twice, message }]);
}

/** Whether the input of this method stands in the query. */
export function isInQuery(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

const PART = /\{(\w+)\}/g;

/** The names of a path's parts: `id` of `/v1/events/{id}`. */
export function pathParts(path: string): string[] {
  return [...path.matchAll(PART)].flatMap(([, name]) => name ?? []);
}

/** The path with something in the place of each part. */
export function withParts(path: string, partOf: (name: string) => string): string {
  return path.replaceAll(PART, (_whole, name: string) => partOf(name));
}
