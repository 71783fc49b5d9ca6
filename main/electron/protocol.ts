// app://metadeck/: the built panel for the window, with the headers that it has over HTTP.
import { protocol } from 'electron';
import { panelFile, panelType, readPanelFile } from '../../server/control/panel-files.ts';
import { COMMON_HEADERS } from '../../server/control/reply.ts';
import { isPanelUrl, PANEL_SCHEME } from './origin.ts';

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
  const file = method === 'GET' && isPanelUrl(url) ? panelFile(folder, new URL(url).pathname) : null;
  const content = file === null ? null : await readPanelFile(file);
  if (file === null || content === null) return plain(404, 'There is no such file in the panel.\n');
  return new Response(content, { headers: { ...COMMON_HEADERS, 'Content-Type': panelType(file) } });
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...COMMON_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' } });
}
