// Opens an address in the default browser.
import { spawn } from 'node:child_process';

const OPENERS: Partial<Record<NodeJS.Platform, (address: string) => [command: string, ...parameters: string[]]>> = {
  darwin: (address) => ['open', address],
  win32: (address) => ['rundll32', 'url.dll,FileProtocolHandler', address],
};

export const NO_BROWSER = 'No browser could be opened; open the address above.';

/** True once the system's opener has been started. */
export function openBrowser(address: string): Promise<boolean> {
  const [command, ...parameters] = OPENERS[process.platform]?.(address) ?? ['xdg-open', address];
  const { METADECK_TOKEN: _token, ...env } = process.env;
  const opener = spawn(command, parameters, { detached: true, stdio: 'ignore', env });
  opener.unref();
  return new Promise((resolve) => {
    opener.once('spawn', () => resolve(true));
    opener.once('error', () => resolve(false));
  });
}

/** The address of the panel with its token, which a browser keeps to itself. */
export function panelAddress(port: number, token: string): string {
  return `http://127.0.0.1:${port}/#token=${encodeURIComponent(token)}`;
}
