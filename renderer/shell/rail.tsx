// The way from screen to screen. Folded, it shows its icons only; their names are in the tooltips.
import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Button } from '../components/button.tsx';
import {
  IconBolt,
  IconClock,
  IconDeviceDesktop,
  IconKey,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconListTree,
  IconSettings,
} from '@tabler/icons-react';
import { commandOf, type CommandId } from '../../app/commands.ts';
import { runCommand } from '../commands/dispatch.ts';
import { keysOf } from '../commands/keys.ts';
import { useRail } from '../stores/rail.ts';
import { type Screen, useView } from '../stores/view.ts';
import { Logo } from './logo.tsx';
import styles from './rail.module.css';

type Item = { screen: Screen; command: CommandId; Icon: typeof IconBolt };

const ITEMS: readonly Item[] = [
  { screen: 'deck', command: 'go.deck', Icon: IconBolt },
  { screen: 'metadata', command: 'go.metadata', Icon: IconListTree },
  { screen: 'events', command: 'go.events', Icon: IconClock },
  { screen: 'tokens', command: 'go.tokens', Icon: IconKey },
  { screen: 'clients', command: 'go.clients', Icon: IconDeviceDesktop },
  { screen: 'settings', command: 'go.settings', Icon: IconSettings },
];

/** Where the stylesheet lays the rail along the bottom. */
const AT_BOTTOM = '(max-width: 640px)';

export function Rail() {
  const shown = useView((view) => view.screen);
  const folded = useRail((rail) => rail.folded);
  const atBottom = useMediaQuery(AT_BOTTOM);
  return (
    <nav className={styles.rail} aria-label="Screens">
      <Logo className={styles.logo} />
      {ITEMS.map((item) => (
        <RailItem key={item.screen} item={item} shown={item.screen === shown} atBottom={atBottom} />
      ))}
      <FoldButton folded={folded} />
    </nav>
  );
}

type RailItemProps = { item: Item; shown: boolean; atBottom: boolean };

/** Along the bottom the names stand there, and there is no mouse to wait for. */
function RailItem({ item, shown, atBottom }: RailItemProps) {
  const { command, Icon } = item;
  const { title } = commandOf(command);
  return (
    <Tooltip label={`${title} ${keysOf(command)}`} position="right" disabled={atBottom} openDelay={700}>
      <Button
        kind="stacked"
        className={styles.item}
        data-screen={item.screen}
        aria-current={shown ? 'page' : undefined}
        aria-label={title}
        onClick={() => runCommand(command)}
      >
        <Icon size={18} stroke={1.7} aria-hidden />
        <span className={styles.word}>{title}</span>
      </Button>
    </Tooltip>
  );
}

function FoldButton({ folded }: { folded: boolean }) {
  const Icon = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <Tooltip label={folded ? 'Unfold the rail' : 'Fold the rail'} position="right">
      <Button
        kind="icon"
        className={styles.fold}
        aria-label="Names in the rail"
        aria-pressed={!folded}
        onClick={() => runCommand('rail.toggle')}
      >
        <Icon size={16} stroke={1.6} aria-hidden />
      </Button>
    </Tooltip>
  );
}
