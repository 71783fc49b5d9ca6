// The one window: sandboxed, shown when it has something to show, where it was last time.
import path from 'node:path';
import { app, BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { writeJson } from '../../server/storage/write-json.ts';
import { PANEL_PAGE } from './origin.ts';
import { boundsOf, keptBounds, SMALLEST } from './bounds.ts';
import { backgroundColor } from './theme.ts';

export type DeckWindow = {
  /** The window, or null while there is none, as macOS allows. */
  current: () => BrowserWindow | null;
  /** Opens it, or brings it to the front when it is open. */
  show: () => void;
  /** Resolves when its last bounds are on disk. */
  kept: () => Promise<unknown>;
};

/** `boundsFile` keeps where it is and how large between starts. */
export function createDeckWindow(boundsFile: string): DeckWindow {
  let window: BrowserWindow | null = null;
  let kept: Promise<unknown> = Promise.resolve();

  function open(): BrowserWindow {
    const opened = openWindow(boundsFile);
    opened.on('close', () => {
      kept = writeJson(boundsFile, boundsOf(opened));
    });
    opened.on('closed', () => (window = null));
    return opened;
  }

  return {
    current: () => window,
    show() {
      if (window === null) window = open();
      else bringToFront(window);
    },
    kept: () => kept,
  };
}

function openWindow(boundsFile: string): BrowserWindow {
  const { maximized, ...bounds } = keptBounds(boundsFile);
  const window = new BrowserWindow({ ...options(), ...bounds });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  void window.loadURL(PANEL_PAGE);
  return window;
}

function options(): BrowserWindowConstructorOptions {
  return {
    show: false,
    title: 'Metadeck',
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    backgroundColor: backgroundColor(),
    autoHideMenuBar: true,
    icon: path.join(app.getAppPath(), 'main/electron/icons/icon.png'),
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Its dictionaries would be fetched from the internet.
      spellcheck: false,
    },
  };
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
