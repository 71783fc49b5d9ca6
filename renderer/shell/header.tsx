// The line on top: whether it listens, what instance it is, what is under way, undo, and the way to every command.
import { Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Button } from '../components/button.tsx';
import { runCommand } from '../commands/dispatch.ts';
import { keysOf } from '../commands/keys.ts';
import { HelpMenu } from '../help/help-menu.tsx';
import { EventBanner } from './event-banner.tsx';
import { InstanceBrief } from './instance-brief.tsx';
import styles from './shell.module.css';
import { StatusPill } from './status-pill.tsx';
import { UndoButtons } from './undo-buttons.tsx';

export function Header() {
  return (
    <header className={styles.header}>
      <StatusPill />
      <InstanceBrief />
      <div className={styles.right}>
        <EventBanner />
        <UndoButtons />
        <Tooltip label="Find a command, a path or a client">
          <Button kind="bare" className={styles.find} onClick={() => runCommand('palette.open')}>
            <IconSearch size={14} stroke={1.8} aria-hidden />
            <span className={styles.findWord}>Find a command</span>
            <kbd>{keysOf('palette.open')}</kbd>
          </Button>
        </Tooltip>
        <HelpMenu />
      </div>
    </header>
  );
}
