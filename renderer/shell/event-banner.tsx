// What is scheduled or stands, with its countdown, on every screen. Its words lead to Events.
import { IconBolt } from '@tabler/icons-react';
import { Button } from '../components/button.tsx';
import { cancelEvent } from '../notices/actions.ts';
import { bannerText } from '../notices/banner-text.ts';
import { isOpen, pressingEvent } from '../notices/standing.ts';
import { TAG_OF } from '../notices/tag.ts';
import { useNow } from '../stores/clock.ts';
import { go } from '../stores/view.ts';
import { useWorld } from '../stores/world.ts';
import styles from './shell.module.css';

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
      {others > 0 && <span className={styles.others}>and {others} more</span>}
      <Button kind="link" onClick={() => void cancelEvent(event.id)}>
        Cancel
      </Button>
    </section>
  );
}
