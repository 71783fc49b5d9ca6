// What happened to an event, as a line between the requests.
import { memo, type ReactNode } from 'react';
import type { EventRow } from '../../../app/contract/traffic.ts';
import { TagChip } from '../../notices/tag-chip.tsx';
import type { ColumnId } from '../../stores/log/log-columns.ts';
import { clockText, preciseText } from '../../words/time-text.ts';
import type { Room } from '../toolbar/columns.ts';
import styles from './log.module.css';
import { lineSentence } from './row-text.ts';
import { rowId } from './row.tsx';

type Props = {
  line: EventRow;
  /** Its position among the lines shown, from 0. */
  index: number;
  selected: boolean;
  columns: readonly ColumnId[];
  room: Room;
};

export const EventLine = memo(function EventLine({ line, index, selected, columns, room }: Props) {
  return (
    <div
      id={rowId(line.sequence)}
      className={`${styles.row} ${styles.event}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-label={lineSentence(line)}
      data-sequence={line.sequence}
      data-first={line.tag}
    >
      {cellsOf(columns).map(({ column, span }) => (
        <span
          key={column}
          role="gridcell"
          aria-colspan={span}
          className={column === 'path' ? styles.why : 'dim'}
          style={{ gridColumn: `span ${span}` }}
          title={column === 'path' ? line.why : undefined}
        >
          {column === 'path' ? <What line={line} /> : CELLS[column]?.(line, room)}
        </span>
      ))}
    </div>
  );
});

function What({ line: { tag, why } }: { line: EventRow }) {
  return (
    <>
      <TagChip tag={tag} />
      <span>{why}</span>
    </>
  );
}

/** What happened takes the room from the path on, as far as columns follow that say nothing of an event. */
function cellsOf(columns: readonly ColumnId[]): { column: ColumnId; span: number }[] {
  const from = columns.indexOf('path');
  const rest = columns.slice(from + 1);
  const next = rest.findIndex((column) => CELLS[column] !== undefined);
  const span = 1 + (next === -1 ? rest.length : next);
  return [
    ...columns.slice(0, from).map((column) => ({ column, span: 1 })),
    { column: 'path', span },
    ...columns.slice(from + span).map((column) => ({ column, span: 1 })),
  ];
}

/** The columns that an event has a value for. */
const CELLS: Partial<Record<ColumnId, (line: EventRow, room: Room) => ReactNode>> = {
  time: ({ at }, room) => (room === 'wide' ? preciseText(Date.parse(at)) : clockText(Date.parse(at))),
  client: () => 'event',
};
