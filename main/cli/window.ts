// Where the window can be had: a display, a built main process, and an Electron, which is fetched once if need be.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { failed, type Result } from '../../app/result.ts';
import { PACKAGE_DIR } from './package-dir.ts';

const FETCH_TIMEOUT_MS = 60_000;
/** A window that ends with an error this soon has not opened. */
const OPENING_MS = 10_000;

type Environment = Record<string, string | undefined>;

/** The program that opens the window, fetched if need be after `say` was told so; or why there can be none. */
export async function findElectron(env: Environment, say: (line: string) => void): Promise<Result<string>> {
  if (!hasDisplay(env, process.platform)) return failed('NOT_FOUND', 'there is no display');
  if (!existsSync(path.join(PACKAGE_DIR, 'dist', 'electron', 'main.cjs')))
    return failed('NOT_FOUND', 'it is not built');
  const found = installedElectron(env);
  if (found !== null) return { ok: true, data: found };
  say('Fetching Electron for the window, this once; it may take a minute.');
  const fetched = (await fetchElectron()) ? installedElectron(env) : null;
  return fetched === null ? failed('NOT_FOUND', 'Electron could not be fetched') : { ok: true, data: fetched };
}

export function hasDisplay(env: Environment, platform: NodeJS.Platform): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

function installedElectron(env: Environment): string | null {
  const given = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const folder = given ? path.resolve(given) : ownFolder();
  const executable = folder === null ? null : path.join(folder, EXECUTABLES[process.platform] ?? 'electron');
  return executable !== null && existsSync(executable) ? executable : null;
}

function ownFolder(): string | null {
  const folder = electronPackage();
  return folder === null ? null : path.join(folder, 'dist');
}

function electronPackage(): string | null {
  try {
    return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** Runs the package's own install script, quietly. False when it fails or takes too long. */
async function fetchElectron(): Promise<boolean> {
  const folder = electronPackage();
  const script = folder === null ? null : path.join(folder, 'install.js');
  if (script === null || !existsSync(script)) return false;
  const options = { stdio: 'ignore', timeout: FETCH_TIMEOUT_MS, killSignal: 'SIGKILL' } as const;
  const { code } = await ended(spawn(process.execPath, [script], options));
  return code === 0;
}

/** What `electron` is started with; as root, Chromium's sandbox would refuse to start. */
export function electronParameters(platform: NodeJS.Platform, user: number | undefined): string[] {
  return platform === 'linux' && user === 0 ? ['--no-sandbox', PACKAGE_DIR] : [PACKAGE_DIR];
}

/** Runs the window until it is closed; null when it has not opened at all. */
export async function runWindow(electron: string, port: number | undefined): Promise<number | null> {
  const began = Date.now();
  const env = port === undefined ? process.env : { ...process.env, METADECK_PORT: String(port) };
  const child = spawn(electron, electronParameters(process.platform, process.getuid?.()), { stdio: 'inherit', env });
  // Ctrl+C reaches the window by itself; another signal has to be passed on.
  const asked = { toStop: false };
  process.once('SIGINT', () => (asked.toStop = true));
  process.once('SIGTERM', () => {
    asked.toStop = true;
    child.kill('SIGTERM');
  });
  const { code } = await ended(child);
  if (asked.toStop) return 0;
  return code !== 0 && Date.now() - began < OPENING_MS ? null : (code ?? 1);
}

/** The exit code; null for a process that a signal ended. */
function ended(child: ChildProcess): Promise<{ code: number | null }> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 1 }));
    child.once('exit', (code) => resolve({ code }));
  });
}
