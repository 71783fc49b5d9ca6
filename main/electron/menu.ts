// The native menu. Keys that the panel knows too are shown here and left to it, so that nothing happens twice.
import { app, type BrowserWindow, dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type Command, commandOf } from '../../app/commands.ts';
import type { ControlHost } from '../../server/control/host.ts';

const IS_MAC = process.platform === 'darwin';

export function setMenu(host: ControlHost, currentWindow: () => BrowserWindow | null): void {
  const template = [
    ...(IS_MAC ? [macMenu()] : []),
    instanceMenu(host, currentWindow),
    editMenu(),
    goMenu(currentWindow),
    viewMenu(),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...template, { role: 'windowMenu' }]));
}

function macMenu(): MenuItemConstructorOptions {
  return { role: 'appMenu' };
}

function instanceMenu(host: ControlHost, currentWindow: () => BrowserWindow | null): MenuItemConstructorOptions {
  const { title, keys } = commandOf('spot.interrupt');
  const interrupt: MenuItemConstructorOptions = {
    label: title,
    accelerator: acceleratorOf(keys[0]),
    registerAccelerator: false,
    click: () => void interruptNow(host, currentWindow()),
  };
  return {
    label: 'Instance',
    submenu: IS_MAC ? [interrupt] : [interrupt, { type: 'separator' }, { role: 'quit' }],
  };
}

/** Keys of the command table in Electron's words, which differ in one. */
function acceleratorOf(keys: string | undefined): string {
  return (keys ?? '').replace('mod', 'CmdOrCtrl');
}

/** Fires the interruption with its defaults; a refusal is said, as the panel would. */
async function interruptNow(host: ControlHost, window: BrowserWindow | null): Promise<void> {
  const answer = await host.call('events.interrupt', {}, 'panel');
  if (answer.ok) return;
  const box = { type: 'info' as const, message: answer.error.message, title: app.name };
  await (window === null ? dialog.showMessageBox(box) : dialog.showMessageBox(window, box));
}

/**
 * Undo is missing where text fields undo by themselves: the world has an undo of its own, in the panel. On macOS text
 * fields have none without the menu; the page hears the keys first there, and keeps those it has used.
 */
function editMenu(): MenuItemConstructorOptions {
  const undo: MenuItemConstructorOptions[] = [{ role: 'undo' }, { role: 'redo' }, { type: 'separator' }];
  const rest: MenuItemConstructorOptions[] = [
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ];
  return { label: 'Edit', submenu: IS_MAC ? [...undo, ...rest] : rest };
}

/** The screens and the palette, from the command table. An item presses its command's key in the page, which knows what it does. */
function goMenu(currentWindow: () => BrowserWindow | null): MenuItemConstructorOptions {
  const commands = COMMANDS.filter(({ id }) => id.startsWith('go.') || id === 'palette.open');
  return { label: 'Go', submenu: commands.map((command) => keyItem(command, currentWindow)) };
}

function keyItem({ title, keys }: Command, currentWindow: () => BrowserWindow | null): MenuItemConstructorOptions {
  const accelerator = acceleratorOf(keys[0]);
  return {
    label: title,
    accelerator,
    registerAccelerator: false,
    click: () => press(currentWindow(), keys[0]?.split('+').at(-1) ?? ''),
  };
}

function press(window: BrowserWindow | null, keyCode: string): void {
  const modifiers: 'meta'[] | 'control'[] = IS_MAC ? ['meta'] : ['control'];
  window?.webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
  window?.webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
}

function viewMenu(): MenuItemConstructorOptions {
  const zoom: MenuItemConstructorOptions[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }];
  return {
    label: 'View',
    submenu: [
      { role: 'reload' },
      { role: 'toggleDevTools' },
      { type: 'separator' },
      ...zoom,
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
}
