// The heads of the columns: click to sort, drag to move, drag an edge for the width.
import type { CSSProperties } from 'react';
import type { ColumnId } from '../../stores/log/log-columns.ts';
import { HeadCell } from './head-cell.tsx';
import styles from './log.module.css';
import type { Room } from '../toolbar/columns.ts';

type Props = { columns: readonly ColumnId[]; room: Room; style?: CSSProperties };

export function GridHead({ columns, room }: Props) {
  return (
    <div className={`${styles.row} ${styles.head}`} role="row" aria-rowindex={1}>
      {columns.map((id) => (
        <HeadCell key={id} id={id} columns={columns} room={room} />
      ))}
    </div>
  );
}
