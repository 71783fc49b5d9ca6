// The live log: toolbar, list, and what is said when there is nothing to list.
import { GridNote } from './grid-note.tsx';
import { Grid } from './grid.tsx';
import { JumpPill } from './jump-pill.tsx';
import styles from './log.module.css';
import { SpokenLog } from './spoken-log.tsx';
import { Toolbar } from './toolbar.tsx';

export function Log() {
  return (
    <section className={styles.log} aria-label="Requests">
      <Toolbar />
      <div className={styles.area}>
        <Grid />
        <GridNote />
        <JumpPill />
      </div>
      <SpokenLog />
    </section>
  );
}
