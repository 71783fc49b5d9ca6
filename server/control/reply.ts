// How an answer of the control plane looks: its shape, its status, and the headers that all of them have.
import type { ServerResponse } from 'node:http';
import { ERROR_STATUS, type Failure, type Result } from '../../app/result.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For every answer, and for the panel's files wherever they come from. */
export const COMMON_HEADERS: Record<string, string> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

export function setCommonHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value);
}

/** What Koa's context has of use here. */
type Target = { status: number; type: string; body: unknown; set: (name: string, value: string) => void };

export function reply(target: Target, result: Result<unknown>): void {
  target.status = result.ok ? 200 : ERROR_STATUS[result.error.code];
  if (!result.ok && result.error.code === 'UNAUTHORIZED') target.set('WWW-Authenticate', 'Bearer realm="metadeck"');
  target.type = 'application/json; charset=utf-8';
  target.body = JSON.stringify(result);
}

export function replyFailure(target: Target, error: Failure): void {
  reply(target, { ok: false, error });
}
