// The keys of the user commands, as they are here: with the letters of one's own, and in the words of this system.
import {
  COMMANDS,
  type Command,
  type CommandId,
  commandOf,
  type KeyPress,
  keysText,
  pressedKeys,
  whereOf,
} from '../../app/commands.ts';
import { settingNow } from '../stores/settings.ts';

const onMac = /mac/i.test(navigator.userAgent);

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

/** The command that a key press starts, where its key works at that spot; `worksAt` says so. */
export function commandAt(press: KeyPress, worksAt: (where: Command['where']) => boolean): CommandId | undefined {
  const keys = pressedKeys(press, onMac);
  return COMMANDS.find((one: Command) => keysFor(one).includes(keys) && worksAt(whereOf(one, keys)))?.id;
}
