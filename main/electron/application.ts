// What the application shows outside its window: notifications while it has no focus, and a sign in the tray.
import { app, BrowserWindow, Notification } from 'electron';
import { DEFAULT_SETTINGS } from '../../app/settings/defaults.ts';
import type { Settings } from '../../app/settings/schema.ts';
import type { ControlHost } from '../../server/control/host.ts';
import { isTooSoon, type Look, type News, newsBetween, type Told } from './news.ts';
import { createTray } from './tray.ts';
import type { DeckWindow } from './window.ts';

/** However busy the bell is, this is how often anything here looks. */
const LOOK_EVERY_MS = 500;

export type Application = {
  /** True when it goes on without a window. */
  stays: () => boolean;
  /** Begins to look; the application must be ready. */
  begin: () => void;
};

export function followApplication(host: ControlHost, deck: DeckWindow): Application {
  const tray = createTray(host, deck);
  let settings: Settings = DEFAULT_SETTINGS;
  let known: Look | null = null;
  const told: Told = new Map();

  async function look(): Promise<void> {
    const kept = await host.call('settings.get', {}, 'panel');
    const status = await host.call('status.get', {}, 'panel');
    const events = await host.call('events.list', {}, 'panel');
    if (!kept.ok || !status.ok || !events.ok) return;
    settings = kept.data;
    const seen = { events: events.data.items, state: status.data.state };
    for (const news of newsBetween(known, seen)) tell(news, settings, told);
    known = seen;
    tray.show(settings.tray ? { status: status.data, events: seen.events } : null);
  }

  return { stays: () => settings.tray && settings.keepRunning, begin: () => lookNowAndThen(host, look) };
}

/** At once, then after each bell, but not more often than every half second. */
function lookNowAndThen(host: ControlHost, look: () => Promise<void>): void {
  let waiting: NodeJS.Timeout | undefined;
  void look();
  const stop = host.onChange(() => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      void look();
    }, LOOK_EVERY_MS);
  });
  app.once('will-quit', () => {
    stop();
    clearTimeout(waiting);
  });
}

function tell(news: News, settings: Settings, told: Told): void {
  if (!settings[news.setting] || BrowserWindow.getFocusedWindow() !== null || !Notification.isSupported()) return;
  if (!isTooSoon(told, news, Date.now())) new Notification({ title: news.title, body: news.body }).show();
}
