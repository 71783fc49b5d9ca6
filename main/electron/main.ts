// The window's process, in order: folder, scheme, single run, runtime, window, menu, clean end.
import path from 'node:path';
import { app, dialog, session } from 'electron';
import { givenToken, type GivenToken } from '../../server/control/token.ts';
import { notKept } from '../../server/keeping/not-changed.ts';
import { createRuntime } from '../../server/runtime.ts';
import { followApplication } from './application.ts';
import { carryControl } from './bridge.ts';
import { confinePages, denyPermissions } from './confine.ts';
import { setMenu } from './menu.ts';
import { declarePanelScheme, servePanel } from './protocol.ts';
import { quitWithLastWindow, stopBeforeQuit } from './quit.ts';
import { chooseFolder, type Files, peekSettings, runtimeOptions } from './start-options.ts';
import { followTheme, setTheme } from './theme.ts';
import { createDeckWindow } from './window.ts';

const PANEL_FOLDER = path.join(import.meta.dirname, '../panel');

async function run(files: Files, token: GivenToken): Promise<void> {
  const settings = peekSettings(files.settings);
  const runtime = createRuntime(await runtimeOptions(files, settings, token, PANEL_FOLDER));
  const deck = createDeckWindow(files.bounds);
  const application = followApplication(runtime, deck);
  quitWithLastWindow(application.stays);
  stopBeforeQuit(async () => {
    const [kept] = await Promise.all([runtime.stop(), deck.kept()]);
    return kept.ok ? null : notKept(kept.error).message;
  });
  confinePages();
  // Not waited for: the window opens whether or not the port can be had.
  void runtime.start();

  await app.whenReady();
  denyPermissions(session.defaultSession);
  servePanel(PANEL_FOLDER);
  carryControl(runtime, deck.current);
  setTheme(settings.theme);
  followTheme(runtime, deck.current);
  setMenu(deck);
  deck.show();
  application.begin();
  app.on('second-instance', deck.show);
  app.on('activate', deck.show);
}

/** In words on the screen, or on standard error where there is none yet, as on Linux. */
function giveUp(reason: string): void {
  dialog.showErrorBox('Metadeck can’t start', reason);
  app.exit(1);
}

const files = chooseFolder();
const token = givenToken(process.env.METADECK_TOKEN);
declarePanelScheme();
if (!token.ok) giveUp(token.error.message);
else if (app.requestSingleInstanceLock()) void run(files, token.data);
else app.quit();
