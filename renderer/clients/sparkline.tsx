// A client's requests of the last ten minutes as small bars.
import { activityText, BUCKETS } from './activity.ts';
import styles from './clients.module.css';

const HEIGHT = 16;
const STEP = 3;

export function Sparkline({ counts }: { counts: readonly number[] | undefined }) {
  const most = Math.max(1, ...(counts ?? []));
  return (
    <svg
      className={styles.spark}
      width={BUCKETS * STEP}
      height={HEIGHT}
      role="img"
      aria-label={`Requests: ${activityText(counts)}`}
    >
      <title>{activityText(counts)}</title>
      <path className={styles.floor} d={`M0 ${HEIGHT - 0.5}h${BUCKETS * STEP}`} />
      <path d={(counts ?? []).map((count, index) => bar(count / most, index)).join('')} />
    </svg>
  );
}

/** At least two pixels for a single request beside many. */
function bar(share: number, index: number): string {
  if (share === 0) return '';
  const height = Math.max(2, Math.round(share * HEIGHT));
  return `M${index * STEP} ${HEIGHT}v${-height}h2v${height}z`;
}
