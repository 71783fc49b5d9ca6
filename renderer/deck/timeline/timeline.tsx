// The events of now, a lane each along one time: what was announced, when it happens, and who has seen it.

import { Button } from '../../components/button.tsx';
import { useWidth } from '../../components/use-width.ts';
import { useNow } from '../../stores/clock.ts';
import { go } from '../../stores/view.ts';
import { useWorld } from '../../stores/world.ts';
import { TimelineDrawing } from './timeline-drawing.tsx';
import { layoutTimeline } from './timeline-layout.ts';
import styles from './timeline.module.css';

export function Timeline() {
  const now = useNow();
  const events = useWorld((world) => world.events);
  const { ref, width } = useWidth();
  const layout = layoutTimeline(events ?? [], now, width);
  return (
    <section ref={ref} className={styles.timeline} data-quiet={layout === null ? '' : undefined} aria-label="Timeline">
      {layout === null && <span className="faint">Nothing is under way</span>}
      {layout !== null && width > 0 && <TimelineDrawing layout={layout} now={now} />}
      {layout !== null && layout.more > 0 && <More count={layout.more} />}
    </section>
  );
}

function More({ count }: { count: number }) {
  return (
    <Button kind="link" size="s" onClick={() => go('events')}>
      {count} more under Events
    </Button>
  );
}
