// The left column of the Deck: everything that can happen to the instance, and who hears of it.
import { FIRE_COLUMN } from '../../commands/panes.ts';
import { useDeckView } from '../../stores/deck-view.ts';
import { AudienceCard } from './audience-card.tsx';
import styles from './fire.module.css';
import { FireStrip } from './fire-strip.tsx';
import { FoldLine } from './fold-line.tsx';
import { LifecycleCard } from './lifecycle-card.tsx';
import { MaintenanceCard } from './maintenance-card.tsx';
import { RebalanceCard } from './rebalance-card.tsx';
import { SpotCard } from './spot-card.tsx';

export function FireColumn() {
  const folded = useDeckView((view) => view.folded);
  if (folded) return <FireStrip />;
  return (
    <section id={FIRE_COLUMN} className={styles.column} aria-label="Fire" tabIndex={-1}>
      <SpotCard />
      <RebalanceCard />
      <MaintenanceCard />
      <LifecycleCard />
      <AudienceCard />
      <div className={styles.undoing}>
        <FoldLine />
      </div>
    </section>
  );
}
