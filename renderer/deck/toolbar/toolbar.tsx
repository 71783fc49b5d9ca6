// The line above the log: filter, chips, pause, follow, and the rest in a menu.
import { Tooltip } from '@mantine/core';
import { IconArrowDown, IconPlayerPause } from '@tabler/icons-react';
import { Button } from '../../components/button.tsx';
import { runCommand } from '../../commands/dispatch.ts';
import { setFilter, useLog } from '../../stores/log/log.ts';
import { CHIPS, hasChip, toggleChip } from '../filter/chips.ts';
import { FilterBox } from '../filter/filter-box.tsx';
import styles from './toolbar.module.css';
import { MoreMenu } from './more-menu.tsx';
import { useWaiting } from './use-waiting.ts';

const PAUSE_HINT = 'Pauses this view. Metadeck goes on answering and recording.';

export function Toolbar() {
  return (
    <div className={styles.bar} role="toolbar" aria-label="Requests toolbar">
      <FilterBox />
      <FilterChips />
      <PauseChip />
      <FollowChip />
      <MoreMenu />
    </div>
  );
}

function FilterChips() {
  const filter = useLog((log) => log.filter);
  return (
    <span className={styles.chips} role="group" aria-label="Show only">
      {CHIPS.map(({ id, title }) => (
        <Button
          key={id}
          kind="chip"
          aria-pressed={hasChip(filter, id)}
          onClick={() => setFilter(toggleChip(filter, id))}
        >
          {title}
        </Button>
      ))}
    </span>
  );
}

function PauseChip() {
  const paused = useLog((log) => log.pausedAt !== null);
  return (
    <Tooltip label={PAUSE_HINT} multiline w={220}>
      <Button
        kind="chip"
        data-warn=""
        aria-pressed={paused}
        aria-keyshortcuts="P"
        onClick={() => runCommand('log.pause')}
      >
        <IconPlayerPause size={12} stroke={1.8} aria-hidden />
        {paused ? <PausedText /> : 'Pause'}
      </Button>
    </Tooltip>
  );
}

function PausedText() {
  return `Paused · ${useWaiting().toLocaleString('en')} waiting`;
}

function FollowChip() {
  const follow = useLog((log) => log.follow);
  return (
    <Button kind="chip" aria-pressed={follow} aria-keyshortcuts="F" onClick={() => runCommand('log.follow')}>
      <IconArrowDown size={12} stroke={1.8} aria-hidden />
      Follow
    </Button>
  );
}
