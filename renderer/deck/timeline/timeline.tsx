// The events of now along a line: what was announced, when it happens, and who has seen it.

import { useNow } from '../../stores/clock.ts';
import { useWorld } from '../../stores/world.ts';
import { layoutTimeline } from './timeline-layout.ts';
import { TimelineDrawing } from './timeline-drawing.tsx';
import styles from './timeline.module.css';
import { useWidth } from '../../components/use-width.ts';

export function Timeline() {
  const now = useNow();
  const events = useWorld((world) => world.events);
  const { ref, width } = useWidth();
  const layout = layoutTimeline(events ?? [], now, width);
  return (
    <section ref={ref} className={styles.timeline} data-quiet={layout === null ? '' : undefined} aria-label="Timeline">
      {layout === null ? (
        <span className="faint">Nothing is under way</span>
      ) : (
        width > 0 && <TimelineDrawing layout={layout} now={now} width={width} />
      )}
    </section>
  );
}
