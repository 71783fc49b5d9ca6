// What the panel sees of the main process: two functions and nothing else.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bell } from '../../app/contract/server.ts';

/** Carries out one operation of the contract; answers a `Result` (app/result.ts). */
function call(name: string, input: unknown): Promise<unknown> {
  return ipcRenderer.invoke('control', name, input);
}

/** Hears every bell until the function it answers is called. */
function onChange(listener: (bell: Bell) => void): () => void {
  const hear = (_event: IpcRendererEvent, bell: Bell): void => listener(bell);
  ipcRenderer.on('changes', hear);
  return () => ipcRenderer.off('changes', hear);
}

contextBridge.exposeInMainWorld('metadeck', { call, onChange });
