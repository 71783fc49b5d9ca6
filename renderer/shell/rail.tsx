// The way from screen to screen.
import { Tooltip } from '@mantine/core';
import { IconListTree, IconBolt, IconDeviceDesktop, IconKey } from '@tabler/icons-react';
import { commandOf, type CommandId } from '../../app/commands.ts';
import { keysOf, runCommand } from '../commands.ts';
import { type Screen, useView } from '../stores/view.ts';
import { Logo } from './logo.tsx';
import styles from './shell.module.css';

const PLACES = [
  { screen: 'deck', command: 'go.deck', Icon: IconBolt },
  { screen: 'metadata', command: 'go.metadata', Icon: IconListTree },
  { screen: 'tokens', command: 'go.tokens', Icon: IconKey },
  { screen: 'clients', command: 'go.clients', Icon: IconDeviceDesktop },
] as const satisfies { screen: Screen; command: CommandId; Icon: typeof IconBolt }[];

export function Rail() {
  const shown = useView((view) => view.screen);
  return (
    <nav className={styles.rail} aria-label="Screens">
      <Logo className={styles.logo} />
      {PLACES.map(({ screen, command, Icon }) => (
        <Tooltip key={screen} label={keysOf(command)} position="right">
          <button
            type="button"
            className={styles.place}
            aria-current={screen === shown ? 'page' : undefined}
            onClick={() => runCommand(command)}
          >
            <Icon size={18} stroke={1.7} aria-hidden />
            {commandOf(command).title}
          </button>
        </Tooltip>
      ))}
    </nav>
  );
}
