// The carrier in a browser: HTTP under the page's own origin, with the token of this tab.
import type { Input, OperationName, Output } from '../../../app/contract/contract.ts';
import { toHttp } from '../../../app/contract/over-http.ts';
import { failed, type Result } from '../../../app/result.ts';
import { controlToken } from './address.ts';
import { type Carrier, NO_ANSWER } from './carrier.ts';
import { listenOverHttp } from './http-bell.ts';

export function httpCarrier(): Carrier {
  return { call: ask, onChange: (listener) => listenOverHttp(tokenNow, listener) };
}

const NO_TOKEN = 'This page has no token, so the server would refuse it; paste one above.';

/** Asked for anew each time: it can be rotated while the page is open. */
function tokenNow(): string {
  return controlToken() ?? '';
}

async function ask<N extends OperationName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  if (tokenNow() === '') return failed('UNAUTHORIZED', NO_TOKEN);
  const { method, path, body } = toHttp(name, input);
  const headers = {
    Authorization: `Bearer ${tokenNow()}`,
    ...(body === null ? {} : { 'Content-Type': 'application/json' }),
  };
  try {
    const response = await fetch(path, { method, headers, body, cache: 'no-store' });
    const answer: unknown = await response.json();
    return isResult<Output<N>>(answer) ? answer : failed('INTERNAL', NO_ANSWER);
  } catch {
    return failed('INTERNAL', NO_ANSWER);
  }
}

/** The server's own answers keep to the contract; only their frame is looked at. */
function isResult<T>(value: unknown): value is Result<T> {
  return typeof value === 'object' && value !== null && 'ok' in value && ('data' in value || 'error' in value);
}
