// One request in the log.
import { memo } from 'react';
import type { LogRow } from '../../../app/contract/traffic.ts';
import type { ColumnId } from '../../stores/log/log-columns.ts';
import { Cell } from './cells.tsx';
import type { Room } from '../toolbar/columns.ts';
import styles from './log.module.css';
import { rowSentence } from './row-text.ts';

type Props = {
  row: LogRow;
  /** Its position among the rows shown, from 0. */
  index: number;
  selected: boolean;
  label: string | null;
  columns: readonly ColumnId[];
  room: Room;
};

export function rowId(sequence: number): string {
  return `request-${sequence}`;
}

/** The sequence number of the row that an element is in; null outside of rows. */
export function sequenceAt(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest('[data-sequence]') : null;
  return row === null ? null : Number(row.getAttribute('data-sequence'));
}

export const Row = memo(function Row({ row, index, selected, label, columns, room }: Props) {
  return (
    <div
      id={rowId(row.sequence)}
      className={styles.row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-label={rowSentence(row)}
      data-sequence={row.sequence}
      data-first={row.firstSighting ? (row.tag ?? '') : undefined}
    >
      {columns.map((column) => (
        <Cell key={column} column={column} row={row} label={label} room={room} />
      ))}
    </div>
  );
});
