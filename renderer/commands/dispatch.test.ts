// A command runs what was registered for it.
import { expect, test, vi } from 'vitest';
import { COMMANDS } from '../../app/commands.ts';
import { type Runs, registerCommands, runCommand } from './dispatch.ts';

test('the one that is named runs, and no other', () => {
  const ran = vi.fn<(id: string) => void>();
  registerCommands(Object.fromEntries(COMMANDS.map(({ id }) => [id, () => ran(id)])) as Runs);
  runCommand('world.undo');
  expect(ran.mock.calls).toEqual([['world.undo']]);
});
