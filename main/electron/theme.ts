// Light or dark, as the settings say: for the window's first moment, its menus and frame.
import { type BrowserWindow, nativeTheme } from 'electron';
import type { Settings } from '../../app/settings/schema.ts';
import type { ControlHost } from '../../server/control/host.ts';

/** The panel's own background colours, so that nothing flashes before it is drawn. */
const BACKGROUND = { light: '#f6f7f9', dark: '#12161b' };

export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

/** High contrast is the panel's own, light or dark as the system is. */
export function setTheme(theme: Settings['theme']): void {
  const source = theme === 'high-contrast' ? 'system' : theme;
  if (nativeTheme.themeSource !== source) nativeTheme.themeSource = source;
}

/** Follows the setting, and the system where the setting says so. */
export function followTheme(host: ControlHost, currentWindow: () => BrowserWindow | null): void {
  host.onChange(() => void applySetting(host));
  nativeTheme.on('updated', () => currentWindow()?.setBackgroundColor(backgroundColor()));
}

async function applySetting(host: ControlHost): Promise<void> {
  const answer = await host.call('settings.get', {}, 'panel');
  if (answer.ok) setTheme(answer.data.theme);
}
