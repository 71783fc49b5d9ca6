// Turns a control call into an HTTP request by the contract's table.
import { contract, type Input, type OperationName } from '../../../app/contract/contract.ts';

export type HttpRequest = { method: string; path: string; body: string | null };

/** Parts of the path come from the input; what is left is the query of a GET, and the JSON body of everything else. */
export function httpRequest<N extends OperationName>(name: N, input: Input<N>): HttpRequest {
  const { method, path } = contract[name];
  const left = new Map<string, unknown>(Object.entries(input));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(taken(left, part)));
  if (method === 'GET') return { method, path: withQuery(filled, left), body: null };
  return { method, path: filled, body: JSON.stringify(Object.fromEntries(left)) };
}

function taken(from: Map<string, unknown>, name: string): string {
  const value = String(from.get(name));
  from.delete(name);
  return value;
}

function withQuery(path: string, left: Map<string, unknown>): string {
  const given = [...left].filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
