// What is scheduled or stands, with its countdown, on every screen. Its words lead to Events.
import { IconBolt } from '@tabler/icons-react';
import type { EventView } from '../../app/contract/events.ts';
import { Button } from '../components/button.tsx';
import { CANCEL_HINT } from '../notices/cancel-hint.ts';
import { cancelEvent } from '../notices/actions.ts';
import { bannerText } from '../notices/banner-text.ts';
import { isOpen, pressingEvent } from '../notices/standing.ts';
import { TAG_OF } from '../notices/tag.ts';
import { useNow } from '../stores/clock.ts';
import { go } from '../stores/view.ts';
import { useWorld } from '../stores/world.ts';
import styles from './shell.module.css';

/** What is cancelled, where several events are under way. */
const NAMES: Record<EventView['kind'], string> = {
  'spot-interruption': 'interruption',
  'rebalance-recommendation': 'recommendation',
  maintenance: 'maintenance',
  lifecycle: 'lifecycle state',
};

export function EventBanner() {
  const now = useNow();
  const events = useWorld((world) => world.events);
  const event = pressingEvent(events ?? [], now);
  if (event === null) return null;
  const { words, count } = bannerText(event, now);
  const others = (events ?? []).filter(isOpen).length - 1;
  return (
    <section className={`${styles.pill} ${styles.banner}`} data-tag={TAG_OF[event.kind]} aria-label="Under way">
      {event.kind === 'spot-interruption' && <IconBolt size={14} stroke={2} aria-hidden />}
      <Button kind="bare" className={styles.words} onClick={() => go('events', event.id)}>
        {words}
      </Button>
      {count !== null && (
        <span className={styles.count} role="timer">
          {count}
        </span>
      )}
      <Button
        acts
        kind="link"
        title={`Cancels the ${NAMES[event.kind]} alone. ${CANCEL_HINT}`}
        onClick={() => void cancelEvent(event.id)}
      >
        Cancel{others > 0 && ` ${NAMES[event.kind]}`}
      </Button>
      {others > 0 && (
        <Button kind="link" className={styles.others} onClick={() => go('events')}>
          and {others} more
        </Button>
      )}
    </section>
  );
}
