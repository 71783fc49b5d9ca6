// The line above the log: filter, chips, pause, follow and clear.
import { Menu, Tooltip } from '@mantine/core';
import { IconArrowDown, IconDots, IconPlayerPause } from '@tabler/icons-react';
import { keysOf, runCommand } from '../commands.ts';
import { setFilter, useLog } from '../stores/log.ts';
import { lastSequence } from '../stores/log-window.ts';
import { useStatus } from '../stores/status.ts';
import { CHIPS, hasChip, toggleChip } from './chips.ts';
import { FilterBox } from './filter-box.tsx';
import styles from './log.module.css';

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
  return CHIPS.map(({ id, title }) => (
    <button
      key={id}
      type="button"
      className={styles.chip}
      aria-pressed={hasChip(filter, id)}
      onClick={() => setFilter(toggleChip(filter, id))}
    >
      {title}
    </button>
  ));
}

function PauseChip() {
  const paused = useLog((log) => log.paused);
  return (
    <Tooltip label="Pauses this view. Metadeck goes on answering and recording." multiline w={220}>
      <button
        type="button"
        className={styles.chip}
        data-warn=""
        aria-pressed={paused}
        onClick={() => runCommand('log.pause')}
      >
        <IconPlayerPause size={12} stroke={1.8} aria-hidden />
        {paused ? <PausedText /> : 'Pause'}
      </button>
    </Tooltip>
  );
}

function PausedText() {
  const answered = useStatus((store) => store.status?.counts.requests ?? 0);
  const held = useLog((log) => lastSequence(log.window.rows));
  const waiting = Math.max(0, answered - held);
  return `Paused · ${waiting.toLocaleString('en')} waiting`;
}

function FollowChip() {
  const follow = useLog((log) => log.follow);
  return (
    <button type="button" className={styles.chip} aria-pressed={follow} onClick={() => runCommand('log.follow')}>
      <IconArrowDown size={12} stroke={1.8} aria-hidden />
      Follow
    </button>
  );
}

function MoreMenu() {
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={styles.chip} aria-label="More">
          <IconDots size={14} stroke={1.8} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item rightSection={<kbd>{keysOf('log.clear')}</kbd>} onClick={() => runCommand('log.clear')}>
          Clear
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
