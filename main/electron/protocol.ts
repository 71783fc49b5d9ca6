// app://metadeck/: the built panel for the window, with a content security policy and nothing outside its folder.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { isPanelUrl, PANEL_SCHEME } from './origin.ts';

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

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Makes the scheme a web origin like https. To be called before Electron is ready. */
export function declarePanelScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: PANEL_SCHEME, privileges }]);
}

/** Serves the files of `folder`. To be called when Electron is ready. */
export function servePanel(folder: string): void {
  protocol.handle(PANEL_SCHEME, ({ method, url }) => answer(folder, method, url));
}

async function answer(folder: string, method: string, url: string): Promise<Response> {
  const file = method === 'GET' && isPanelUrl(url) ? fileFor(folder, new URL(url).pathname) : null;
  const content = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || content === null) return sentence(404, 'There is no such file in the panel.\n');
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  return new Response(content, { headers: { ...HEADERS, 'content-type': type } });
}

function sentence(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' } });
}

/** The file that a path names; null for a path with a part that is no plain file name, such as `..` or `.env`. */
function fileFor(folder: string, pathname: string): string | null {
  const parts = pathname.split('/').slice(1);
  return parts.every((part) => /^[\w-][\w.@-]*$/.test(part)) ? path.join(folder, ...parts) : null;
}
