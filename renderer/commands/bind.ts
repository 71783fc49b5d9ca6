// Listens to the keyboard and runs the command that a key starts.
import type { Command, CommandId } from '../../app/commands.ts';
import { isServed, watchTyping } from '../stores/typing.ts';
import { useOverlay } from '../stores/overlay.ts';
import { runCommand } from './dispatch.ts';
import { commandAt } from './keys.ts';
import { REQUEST_LIST } from './panes.ts';

export function bindCommands(): void {
  watchTyping();
  // Before the field: once its edit is served, its own undo begins anew.
  addEventListener('keydown', takeBackServed, { capture: true });
  addEventListener('keydown', (press) => {
    if (press.defaultPrevented || press.repeat) return;
    const id = commandAt(press, (where) => worksAt(where, press.target));
    if (id === undefined || isCovered(id) || isCopyOfText(id)) return;
    press.preventDefault();
    runCommand(id);
  });
}

function takeBackServed(press: KeyboardEvent): void {
  if (press.repeat || !(press.target instanceof Element) || press.target.closest(TEXT) === null) return;
  const id = commandAt(press, (where) => where === 'outside-text');
  if ((id !== 'world.undo' && id !== 'world.redo') || isCovered(id) || !isServed(press.target)) return;
  press.preventDefault();
  press.stopPropagation();
  runCommand(id);
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
