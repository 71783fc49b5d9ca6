// How long from notice to action.
import { Menu } from '@mantine/core';
import { Button } from '../../components/button.tsx';
import { Caret } from '../../components/caret.tsx';
import type { SpotView } from '../../notices/standing.ts';
import { noticeText } from '../../words/time-text.ts';
import styles from './fire.module.css';
import { chooseNotice, useInterruptionChoice } from '../../stores/interruption-choice.ts';

const CHOICES_SECONDS = [0, 30, 120, 300];

/** While an interruption is under way, that one's notice is shown and cannot be changed. */
export function NoticeMenu({ spot }: { spot: SpotView | null }) {
  const chosen = useInterruptionChoice((choice) => choice.noticeSeconds);
  const seconds = spot === null ? chosen : (Date.parse(spot.actionAt) - Date.parse(spot.noticeAt)) / 1000;
  return (
    <Menu disabled={spot !== null}>
      <Menu.Target>
        <Button
          size="s"
          className={styles.select}
          disabled={spot !== null}
          aria-label={`Time from notice to action: ${choiceText(seconds)}`}
        >
          {choiceText(seconds)}
          <Caret />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>From notice to action</Menu.Label>
        {CHOICES_SECONDS.map((choice) => (
          <Menu.Item key={choice} fw={choice === seconds ? 600 : 400} onClick={() => chooseNotice(choice)}>
            {choiceText(choice)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function choiceText(seconds: number): string {
  return seconds === 0 ? 'now' : `in ${noticeText(seconds)}`;
}
