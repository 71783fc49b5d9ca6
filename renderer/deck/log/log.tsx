// The live log: toolbar, list, and what is said when there is nothing to list.
import { useWidth } from '../../components/use-width.ts';
import { GridNote } from './grid-note.tsx';
import { Grid } from './grid.tsx';
import { JumpLine } from '../toolbar/jump-line.tsx';
import { LogLines } from './log-lines.tsx';
import styles from './log.module.css';
import { RowMenu } from './row-menu.tsx';
import { SpokenLog } from './spoken-log.tsx';
import { Toolbar } from '../toolbar/toolbar.tsx';

export function Log() {
  const { ref, width } = useWidth();
  return (
    <section ref={ref} className={styles.log} aria-label="Requests">
      <Toolbar />
      <LogLines />
      <div className={styles.area}>
        <Grid width={width} />
        <GridNote />
      </div>
      <JumpLine />
      <SpokenLog />
      <RowMenu />
    </section>
  );
}
