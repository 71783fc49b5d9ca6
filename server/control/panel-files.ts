// The panel's files: without a token, which a page can't have before it is loaded, and nothing outside their directory.
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Middleware } from 'koa';
import { failed } from '../../app/result.ts';
import { replyFailure } from './reply.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** A name with a hash of its content, as the build makes them. */
const HASHED = /^\/assets\/[^/]+-[\w-]{8,}\.\w+$/;
const NOT_BUILT = 'The panel is not built; run "npm run build" and start again.\n';

/** Answers GET and HEAD with files of `folder`; null when there is no panel. */
export function panelFiles(folder: string | null): Middleware {
  return async (ctx) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      ctx.set('Allow', 'GET, HEAD');
      return replyFailure(ctx, failed('METHOD_NOT_ALLOWED', 'Only GET and HEAD are allowed here.').error);
    }
    const file = folder === null ? null : panelFile(folder, ctx.path);
    const content = file === null ? null : await readPanelFile(file);
    if (content === null || file === null) return notFound(ctx);
    if (HASHED.test(ctx.path)) ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
    ctx.type = panelType(file);
    ctx.body = content;
  };
}

function notFound(ctx: Parameters<Middleware>[0]): void {
  if (ctx.path !== '/')
    return replyFailure(ctx, failed('NOT_FOUND', 'There is nothing here; the API is below /v1.').error);
  ctx.status = 404;
  ctx.type = 'text/plain; charset=utf-8';
  ctx.body = NOT_BUILT;
}

/** The file that a path means; null for one that has no business here. Hidden files have none. */
export function panelFile(folder: string, asked: string): string | null {
  const parts =
    decoded(asked === '/' ? '/index.html' : asked)
      ?.split('/')
      .slice(1) ?? [];
  if (parts.length === 0 || !parts.every(isPlainName)) return null;
  return path.join(folder, ...parts);
}

/** No such file, or none that a path can mean. */
const ABSENT: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);

/** What a file of the panel holds; null where there is none. One that is there and can't be read is no answer, but a throw. */
export async function readPanelFile(file: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && ABSENT.has(error.code)) return null;
    throw error;
  }
}

export function panelType(file: string): string {
  return TYPES[path.extname(file)] ?? 'application/octet-stream';
}

function isPlainName(part: string): boolean {
  return /^[\w-][\w.@-]*$/.test(part);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
