// The sign in the tray: status, and what one wants without opening the window.
import path from 'node:path';
import { app, clipboard, Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import { commandOf } from '../../app/commands.ts';
import type { EventView } from '../../app/contract/events.ts';
import type { Status } from '../../app/contract/server.ts';
import type { ControlHost } from '../../server/control/host.ts';
import type { DeckWindow } from './window.ts';

const ICON_SIZE = 16;

type Shown = { status: Status; events: readonly EventView[] };
export type TraySign = { /** Null takes it away. */ show: (shown: Shown | null) => void };

export function createTray(host: ControlHost, deck: DeckWindow): TraySign {
  let tray: Tray | null = null;
  let menu = '';
  return {
    show(shown) {
      if (shown === null) {
        tray?.destroy();
        tray = null;
        menu = '';
        return;
      }
      tray ??= new Tray(icon());
      const items = itemsFor(shown, host, deck);
      const words = JSON.stringify(items.map(({ label, enabled }) => [label, enabled]));
      // A menu that is open would close when it is set anew.
      if (words === menu) return;
      menu = words;
      tray.setToolTip(`Metadeck: ${stateText(shown.status)}`);
      tray.setContextMenu(Menu.buildFromTemplate(items));
    },
  };
}

function icon() {
  const file = path.join(app.getAppPath(), 'main/electron/icons/icon.png');
  return nativeImage.createFromPath(file).resize({ width: ICON_SIZE, height: ICON_SIZE });
}

function stateText({ state, endpoint }: Status): string {
  return endpoint === null ? state : `${state} on ${endpoint.replace('http://', '')}`;
}

function itemsFor({ status, events }: Shown, host: ControlHost, deck: DeckWindow): MenuItemConstructorOptions[] {
  const { endpoint } = status;
  const spot = events.find((event) => event.kind === 'spot-interruption' && event.endedAt === null);
  return [
    { label: stateText(status), enabled: false },
    {
      label: commandOf('endpoint.copy').title,
      enabled: endpoint !== null,
      click: () => void clipboard.writeText(endpoint ?? ''),
    },
    { type: 'separator' },
    {
      // What is chosen beside the button is the window's, which need not be open.
      label: `${commandOf('spot.interrupt').title} with defaults`,
      enabled: spot === undefined,
      click: () => void host.call('events.interrupt', {}, 'panel'),
    },
    {
      label: commandOf('spot.cancel').title,
      enabled: spot !== undefined,
      click: () => void host.call('events.cancel', { id: spot?.id ?? '' }, 'panel'),
    },
    { type: 'separator' },
    { label: 'Open Metadeck', click: deck.show },
    { label: 'Quit', click: () => app.quit() },
  ];
}
