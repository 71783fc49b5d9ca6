// Which letter a command of the list may have. Pure.
import { COMMANDS, type Command } from '../../../app/commands.ts';

/** What is wrong with a letter for a command, or null. Letters that the list moves by are not to be had. */
export function letterProblem(typed: string, id: string, letters: Readonly<Record<string, string>>): string | null {
  const letter = typed.toLowerCase();
  if (!/^[a-z]$/.test(letter)) return 'One letter from A to Z is needed.';
  if (letter === 'j' || letter === 'k') return 'J and K move in the list; take another.';
  const holder = COMMANDS.find((one: Command) => one.id !== id && letterOf(one, letters) === letter);
  return holder === undefined ? null : `${letter.toUpperCase()} is taken by ${holder.title}.`;
}

function letterOf(command: Command, letters: Readonly<Record<string, string>>): string | undefined {
  const usual = command.where === 'request-list' ? command.keys[0] : undefined;
  return usual?.length === 1 ? (letters[command.id] ?? usual) : undefined;
}
