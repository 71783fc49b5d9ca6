// Control by IPC: carries calls of the panel, and of nobody else, to the runtime, and the bell back.
import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { isOperationName } from '../../app/contract/contract.ts';
import { failed, invalid, type Result } from '../../app/result.ts';
import type { Carried } from '../../server/control/host.ts';
import { isPanelUrl } from './origin.ts';

type CurrentWindow = () => BrowserWindow | null;

/** Answers `call` of the preload and rings its `onChange`, for the window that is open at the time. */
export function carryControl(host: Carried, currentWindow: CurrentWindow): void {
  ipcMain.handle('control', async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isFromPanel(event, currentWindow())) return failed('FORBIDDEN', 'Only the panel of this window may call.');
    if (!isOperationName(name)) return invalid('name', 'There is no operation of this name.');
    return host.carry(name, input, 'panel');
  });
  host.onChange((bell) => currentWindow()?.webContents.send('changes', bell));
}

/** The main frame of our window, showing the panel: no other window, no frame inside it, no page that took its place. */
function isFromPanel({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  if (window === null || sender !== window.webContents || senderFrame === null) return false;
  return senderFrame === window.webContents.mainFrame && isPanelUrl(senderFrame.url);
}
