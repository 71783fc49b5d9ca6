// The native menu. Keys that the panel knows too are shown here and left to it, so that nothing happens twice.
import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type Command, commandOf } from '../../app/commands.ts';
import type { DeckWindow } from './window.ts';

const IS_MAC = process.platform === 'darwin';

export function setMenu(deck: DeckWindow): void {
  const template = [...(IS_MAC ? [macMenu()] : []), instanceMenu(deck), editMenu(), goMenu(deck), viewMenu()];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...template, { role: 'windowMenu' }]));
}

function macMenu(): MenuItemConstructorOptions {
  return { role: 'appMenu' };
}

function instanceMenu(deck: DeckWindow): MenuItemConstructorOptions {
  const interrupt = keyItem(commandOf('spot.interrupt'), deck);
  return {
    label: 'Instance',
    submenu: IS_MAC ? [interrupt] : [interrupt, { type: 'separator' }, { role: 'quit' }],
  };
}

/** Keys of the command table in Electron's words, which differ in one. */
function acceleratorOf(keys: string | undefined): string {
  return (keys ?? '').replace('mod', 'CmdOrCtrl');
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

/** The screens and the palette, from the command table. */
function goMenu(deck: DeckWindow): MenuItemConstructorOptions {
  const commands = COMMANDS.filter(({ id }) => id.startsWith('go.') || id === 'palette.open');
  return { label: 'Go', submenu: commands.map((command) => keyItem(command, deck)) };
}

/**
 * An item that presses its command's key in the page, which knows what it does: the interruption that is chosen beside the
 * button, for one. Only a window in front hears keys; where there is none it is opened, and shows what the key would do.
 */
function keyItem({ title, keys }: Command, deck: DeckWindow): MenuItemConstructorOptions {
  return {
    label: title,
    accelerator: acceleratorOf(keys[0]),
    registerAccelerator: false,
    click: () => {
      const window = deck.current();
      deck.show();
      if (window !== null) press(window, keys[0]?.split('+').at(-1) ?? '');
    },
  };
}

function press(window: BrowserWindow, keyCode: string): void {
  const modifiers: 'meta'[] | 'control'[] = IS_MAC ? ['meta'] : ['control'];
  window.webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
  window.webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
}

/** For who works on Metadeck, not for who uses it. */
const TOOLS: MenuItemConstructorOptions = { role: 'toggleDevTools' };

function viewMenu(): MenuItemConstructorOptions {
  const zoom: MenuItemConstructorOptions[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }];
  return {
    label: 'View',
    submenu: [
      { role: 'reload' },
      ...(app.isPackaged ? [] : [TOOLS]),
      { type: 'separator' },
      ...zoom,
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
}
