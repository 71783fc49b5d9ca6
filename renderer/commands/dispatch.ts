// Runs a user command by its id. What each one does is registered when the panel starts, so that a part knows no other part.
import type { CommandId } from '../../app/commands.ts';

export type Runs = Record<CommandId, () => unknown>;

let registered: Runs | null = null;

export function registerCommands(runs: Runs): void {
  registered = runs;
}

export function runCommand(id: CommandId): void {
  registered?.[id]();
}
