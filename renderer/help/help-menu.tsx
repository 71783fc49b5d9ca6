// Help: the documents, the keys, and how to report a problem.
import { Menu, Tooltip } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { commandOf, type CommandId } from '../../app/commands.ts';
import { Button } from '../components/button.tsx';
import { runCommand } from '../commands/dispatch.ts';
import { keysOf } from '../commands/keys.ts';

const ITEMS: readonly CommandId[] = ['help.docs', 'keys.show', 'app.point', 'help.report'];

export function HelpMenu() {
  return (
    <Menu>
      <Menu.Target>
        <Tooltip label="Help">
          <Button kind="icon" aria-label="Help">
            <IconHelp size={16} stroke={1.7} aria-hidden />
          </Button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {ITEMS.map((id) => (
          <Menu.Item
            key={id}
            rightSection={keysOf(id) === '' ? null : <kbd>{keysOf(id)}</kbd>}
            onClick={() => runCommand(id)}
          >
            {commandOf(id).title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
