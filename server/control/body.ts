// The body of a request: JSON only, of a bounded size, none is fine.
import type { IncomingMessage } from 'node:http';
import { done, failed, type Result } from '../../app/result.ts';

export const MAX_BODY = 1_048_576;
/** More than a text can hold, so whatever was exported fits. */
export const MAX_WORLD = 512 * MAX_BODY;
/** So much more is read and thrown away after a body was refused, that the answer can be read; then the connection ends. */
const MAX_REST = 16 * MAX_BODY;

/** The body as a value, of `max` bytes at most; undefined without one. */
export async function readBody(request: IncomingMessage, max = MAX_BODY): Promise<Result<unknown>> {
  if (!hasBody(request)) return done(undefined);
  if (!isJson(request))
    return refuse(
      request,
      failed('UNSUPPORTED_MEDIA_TYPE', 'Only JSON is taken; send "Content-Type: application/json".'),
    );
  const bytes = await readBytes(request, max);
  if (bytes === 'broken-off') return failed('INVALID_INPUT', 'The request broke off; send all of its body.');
  if (bytes === 'too-large')
    return refuse(request, failed('TOO_LARGE', `The body is larger than ${max / MAX_BODY} MiB; send less.`));
  return parse(bytes);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isJson({ headers }: IncomingMessage): boolean {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  return type === 'application/json' && (headers['content-encoding'] ?? 'identity') === 'identity';
}

async function readBytes(request: IncomingMessage, max: number): Promise<Buffer | 'too-large' | 'broken-off'> {
  if (Number(request.headers['content-length'] ?? 0) > max) return 'too-large';
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > max) resolve('too-large');
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', () => resolve('broken-off'));
    request.on('close', () => resolve('broken-off'));
  });
}

function refuse<T>(request: IncomingMessage, refusal: T): T {
  let rest = 0;
  request.on('data', (chunk: Buffer) => {
    rest += chunk.length;
    if (rest > MAX_REST) request.destroy();
  });
  return refusal;
}

function parse(bytes: Buffer): Result<unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return done(text.trim() === '' ? undefined : JSON.parse(text));
  } catch {
    return failed('INVALID_INPUT', 'The body is not valid JSON; send an object such as {}.');
  }
}
