// What each user command does in the panel, and the keys that start it.
import { COMMANDS, type Command, type CommandId, commandOf, keysText, pressedKeys } from '../app/commands.ts';
import { copyText } from './components/copy.ts';
import { cancelSpot, fireRebalance, interruptNow, redo, skipTo, undo } from './events/actions.ts';
import { clearWithUndo } from './log/clear.ts';
import { startServer, stopServer } from './shell/server-actions.ts';
import { setFollow, setPaused, useLog } from './stores/log.ts';
import { useStatus } from './stores/status.ts';
import { go } from './stores/view.ts';

export const FILTER_FIELD = 'request-filter';
export const REQUEST_LIST = 'request-list';

const onMac = /mac/i.test(navigator.userAgent);

const RUNS: Record<CommandId, () => unknown> = {
  'spot.interrupt': interruptNow,
  'spot.cancel': cancelSpot,
  'spot.skip-to-action': () => skipTo('action'),
  'rebalance.fire': fireRebalance,
  'world.undo': () => useStatus.getState().status?.undo && undo(),
  'world.redo': () => useStatus.getState().status?.redo && redo(),
  'go.deck': () => go('deck'),
  'go.metadata': () => go('metadata'),
  'go.tokens': () => go('tokens'),
  'go.clients': () => go('clients'),
  'log.filter': focusFilter,
  'log.pause': () => setPaused(!useLog.getState().paused),
  'log.follow': () => setFollow(!useLog.getState().follow),
  'log.clear': clearWithUndo,
  'endpoint.copy': copyEndpoint,
  'server.start': startServer,
  'server.stop': stopServer,
};

export function runCommand(id: CommandId): void {
  RUNS[id]();
}

/** The first key of a command as people read it here; empty without one. */
export function keysOf(id: CommandId): string {
  return keysText(commandOf(id).keys[0], onMac);
}

export function bindCommands(): void {
  addEventListener('keydown', (press) => {
    if (press.defaultPrevented || press.repeat) return;
    const keys = pressedKeys(press, onMac);
    const command = COMMANDS.find((one: Command) => one.keys.includes(keys) && worksAt(one, press.target));
    if (command === undefined) return;
    press.preventDefault();
    runCommand(command.id);
  });
}

function worksAt(command: Command, target: EventTarget | null): boolean {
  if (command.where === 'anywhere') return true;
  if (!(target instanceof Element)) return command.where === 'outside-text';
  if (command.where === 'request-list') return target.closest(`#${REQUEST_LIST}`) !== null;
  return target.closest('input, textarea, select, [contenteditable="true"]') === null;
}

/** Opens the Deck where need be; the field is there a frame later. */
function focusFilter(): void {
  go('deck');
  requestAnimationFrame(() => document.getElementById(FILTER_FIELD)?.focus());
}

function copyEndpoint(): void {
  const endpoint = useStatus.getState().status?.endpoint;
  if (endpoint) void copyText(endpoint, 'Endpoint copied');
}
