// What each user command does in the panel, and the keys that start it.
import { COMMANDS, type Command, type CommandId, commandOf, keysText, pressedKeys, whereOf } from '../app/commands.ts';
import { copyText } from './components/copy.ts';
import {
  cancelSpot,
  fireRebalance,
  freePlaces,
  interruptNow,
  redo,
  skipBy,
  skipTo,
  undo,
  withdrawAll,
} from './notices/actions.ts';
import { clearShownWithUndo, clearWithUndo } from './deck/toolbar/clear.ts';
import { copyRows, exportShown } from './deck/toolbar/export.ts';
import { FILTER_FIELD, focusPlace, movePane, REQUEST_LIST } from './deck/log/places.ts';
import { copyRequest, replay, type Requested } from './deck/log/row-actions.ts';
import { restartServer, startServer, stopServer } from './shell/server-actions.ts';
import { selectAll, setFollow, setPaused, useLog } from './stores/log/log.ts';
import { indexOf } from './stores/log/log-window.ts';
import { openOnboarding } from './stores/onboarding.ts';
import { toggleOverlay, useOverlay } from './stores/overlay.ts';
import { toggleRail } from './stores/rail.ts';
import { changeSetting, settingNow } from './stores/settings.ts';
import { useStatus } from './stores/status.ts';
import { expireAllTokens } from './stores/traffic.ts';
import { go } from './stores/view.ts';

const SKIP_SECONDS = 90;

const onMac = /mac/i.test(navigator.userAgent);

const RUNS: Record<CommandId, () => unknown> = {
  'spot.interrupt': interruptNow,
  'spot.cancel': cancelSpot,
  'spot.skip': () => skipBy(SKIP_SECONDS),
  'spot.skip-to-notice': () => skipTo('notice'),
  'spot.skip-to-action': () => skipTo('action'),
  'rebalance.fire': fireRebalance,
  'places.free': () => freePlaces(),
  'events.withdraw': withdrawAll,
  'tokens.expire-all': expireAllTokens,
  'world.undo': undo,
  'world.redo': redo,
  'go.deck': () => go('deck'),
  'go.metadata': () => go('metadata'),
  'go.events': () => go('events'),
  'go.tokens': () => go('tokens'),
  'go.clients': () => go('clients'),
  'go.settings': () => go('settings'),
  'log.filter': focusFilter,
  'log.pause': () => setPaused(useLog.getState().pausedAt === null),
  'log.follow': () => setFollow(!useLog.getState().follow),
  'log.copy': () => withSelected((request) => copyRequest(request)),
  'log.replay': () => withSelected(replay),
  'log.select-all': selectAll,
  'log.copy-rows': copyRows,
  'log.clear': clearWithUndo,
  'log.clear-shown': clearShownWithUndo,
  'log.export-har': () => exportShown('har'),
  'log.export-ndjson': () => exportShown('ndjson'),
  'pane.next': () => movePane(1),
  'pane.previous': () => movePane(-1),
  'endpoint.copy': copyEndpoint,
  'app.point': openOnboarding,
  'server.start': startServer,
  'server.stop': stopServer,
  'server.restart': restartServer,
  'palette.open': () => toggleOverlay('palette'),
  'keys.show': () => toggleOverlay('keys'),
  'rail.toggle': toggleRail,
  'theme.system': () => changeSetting('theme', 'system'),
  'theme.light': () => changeSetting('theme', 'light'),
  'theme.dark': () => changeSetting('theme', 'dark'),
  'theme.high-contrast': () => changeSetting('theme', 'high-contrast'),
};

export function runCommand(id: CommandId): void {
  RUNS[id]();
}

/** The keys of a command here: a letter of one's own goes before the usual ones. */
function keysFor(command: Command): readonly string[] {
  const own = command.where === 'request-list' ? settingNow('letters')[command.id] : undefined;
  return own === undefined ? command.keys : [own];
}

/** The first key of a command as people read it here; empty without one. */
export function keysOf(id: CommandId): string {
  return keysText(keysFor(commandOf(id))[0], onMac);
}

/** Every key of a command as people read them here. */
export function allKeysOf(id: CommandId): string[] {
  return keysFor(commandOf(id)).map((keys) => keysText(keys, onMac));
}

export function bindCommands(): void {
  addEventListener('keydown', (press) => {
    if (press.defaultPrevented || press.repeat) return;
    const keys = pressedKeys(press, onMac);
    const command = COMMANDS.find(
      (one: Command) => keysFor(one).includes(keys) && worksAt(whereOf(one, keys), press.target),
    );
    if (command === undefined || isCovered(command.id) || isCopyOfText(command.id)) return;
    press.preventDefault();
    runCommand(command.id);
  });
}

/** While something lies over the screen, only what opens and closes it works. */
function isCovered(id: CommandId): boolean {
  return useOverlay.getState().open !== null && id !== 'palette.open' && id !== 'keys.show';
}

/** Text that was marked by hand is copied as text. */
function isCopyOfText(id: CommandId): boolean {
  return id === 'log.copy-rows' && getSelection()?.isCollapsed === false;
}

/** Boxes to tick and choices take no text. */
const TEXT = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]';

function worksAt(where: Command['where'], target: EventTarget | null): boolean {
  if (where === 'anywhere') return true;
  if (!(target instanceof Element)) return where === 'outside-text';
  if (where === 'request-list') return target.closest(`#${REQUEST_LIST}`) !== null;
  return target.closest(TEXT) === null;
}

/** Opens the Deck where need be; the field is there a frame later. */
function focusFilter(): void {
  go('deck');
  requestAnimationFrame(() => focusPlace(FILTER_FIELD));
}

/** The selected request, while it is held. */
function withSelected(run: (request: Requested) => unknown): void {
  const { window, selected } = useLog.getState();
  const row = selected === null ? undefined : window.rows[indexOf(window.rows, selected)];
  if (row !== undefined) run(row);
}

function copyEndpoint(): void {
  const endpoint = useStatus.getState().status?.endpoint;
  if (endpoint) void copyText(endpoint, 'Endpoint copied');
}
