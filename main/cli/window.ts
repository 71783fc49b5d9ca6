// Where the window can be had: a display, a built main process, and an Electron, which is fetched once if need be.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { failed, type Result } from '../../app/result.ts';
import { PACKAGE_DIR } from './place.ts';

const FETCH_TIMEOUT_MS = 60_000;
/** A window that ends with an error this soon has not opened. */
const OPENING_MS = 10_000;

type Environment = Record<string, string | undefined>;

/** The program that opens the window; or one line that says why there can be none. */
export async function findElectron(env: Environment = process.env): Promise<Result<string>> {
  if (!hasDisplay(env, process.platform)) return failed('NOT_FOUND', 'there is no display');
  if (!existsSync(path.join(PACKAGE_DIR, 'dist', 'electron', 'main.cjs')))
    return failed('NOT_FOUND', 'it is not built');
  const found = installedElectron(env);
  if (found !== null) return { ok: true, data: found };
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
  const passOn = () => void child.kill('SIGTERM');
  const wait = () => undefined;
  process.on('SIGTERM', passOn).on('SIGINT', wait);
  const { code, signal } = await ended(child);
  process.off('SIGTERM', passOn).off('SIGINT', wait);
  if (signal === 'SIGINT' || signal === 'SIGTERM') return 0;
  return code !== 0 && Date.now() - began < OPENING_MS ? null : (code ?? 1);
}

type Ending = { code: number | null; signal: NodeJS.Signals | null };

function ended(child: ReturnType<typeof spawn>): Promise<Ending> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 1, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}
