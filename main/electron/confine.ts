// Keeps every page where it is and denies it what the panel never needs.
import { app, type Session, type WebContents } from 'electron';
import { isPanelPage, isPanelUrl } from './origin.ts';

/** What the panel's copy buttons need, and the only permission there is. */
const COPYING = 'clipboard-sanitized-write';

/** No page may leave for another, open a window, or hold a webview. Reloading is no leaving. */
export function confinePages(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

function confine(contents: WebContents): void {
  contents.on('will-frame-navigate', keepInPlace);
  contents.on('will-navigate', keepInPlace);
  contents.on('will-redirect', keepInPlace);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Electron before 25 does not say where to; then it is refused whatever it is. */
function keepInPlace(event: { url?: string; preventDefault: () => void }): void {
  if (!isPanelPage(event.url ?? '')) event.preventDefault();
}

/** Denies cameras, notifications, devices and all the rest; pages may only put text on the clipboard. */
export function denyPermissions(session: Session): void {
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === COPYING && isPanelUrl(origin));
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(permission === COPYING && isPanelUrl(requestingUrl)),
  );
  session.setDevicePermissionHandler(() => false);
}
