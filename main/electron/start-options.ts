// What a start goes by: its folder, the settings kept there, and what the environment says.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { healSettings } from '../../app/settings/heal.ts';
import type { Settings } from '../../app/settings/schema.ts';
import type { GivenToken } from '../../server/control/token.ts';
import { socketPath } from '../../server/run-folder.ts';
import { identityFile } from '../../server/identity/folder.ts';
import { readSettings } from '../../server/read-settings.ts';
import type { RuntimeOptions } from '../../server/runtime.ts';
import { openWorldFile, type WorldFile } from '../../server/world-file.ts';

const HIGHEST_PORT = 65_535;

export type Files = { world: string; settings: string; bounds: string; identity: string };

/** Gives the application one folder, packaged or not; METADECK_USER_DATA names another, with a single run of its own. */
export function chooseFolder(): Files {
  const folder = process.env.METADECK_USER_DATA ?? path.join(app.getPath('appData'), 'Metadeck');
  app.setPath('userData', path.resolve(folder));
  return {
    world: path.join(folder, 'world.json'),
    settings: path.join(folder, 'settings.json'),
    bounds: path.join(folder, 'window.json'),
    // A folder of its own means a key of its own; otherwise the command line has the same.
    identity: process.env.METADECK_USER_DATA === undefined ? identityFile() : path.join(folder, 'identity.json'),
  };
}

/** The settings as they are now, for what must be known before the runtime is there; the runtime says what is wrong with them. */
export function peekSettings(file: string): Settings {
  return healSettings(readJsonQuietly(file)).settings;
}

function readJsonQuietly(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** METADECK_PORT goes before the settings' port. */
export async function runtimeOptions(
  files: Files,
  settings: Settings,
  token: GivenToken,
  panelDir: string,
): Promise<RuntimeOptions> {
  return {
    version: app.getVersion(),
    preset: 'spot',
    where: { host: settings.host, port: portFrom(process.env.METADECK_PORT) ?? settings.port },
    control: { ...token, socket: socketPath(process.pid, 'window'), http: null, panelDir },
    worldFile: await worldFileAt(files.world),
    settingsFile: files.settings,
    readSettings,
    identityFile: files.identity,
  };
}

/** Where it can't be kept it is opened to be read; where it can't be read there is a world of the defaults, and both are said. */
async function worldFileAt(file: string): Promise<WorldFile> {
  const opened = await openWorldFile(file, { readOnly: false, now: Date.now });
  if (opened.ok) return opened.data;
  const { message } = opened.error;
  const looked = await openWorldFile(file, { readOnly: true, now: Date.now });
  if (looked.ok) return { ...looked.data, problems: [`${message} Nothing that is changed here is saved.`] };
  const problems = [`${message} Metadeck goes on with its defaults and saves nothing.`];
  return { path: file, world: undefined, problems, save: null, close: () => undefined };
}

function portFrom(text: string | undefined): number | null {
  const port = text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : null;
  return port !== null && port <= HIGHEST_PORT ? port : null;
}
