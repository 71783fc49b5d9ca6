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
      {columns.map((column) => (
        <span key={column} role="gridcell" className={CLASSES[column]} title={column === 'path' ? line.why : undefined}>
          {CELLS[column]?.(line, room)}
        </span>
      ))}
    </div>
  );
});

const CLASSES: Partial<Record<ColumnId, string | undefined>> = {
  time: 'dim',
  client: 'dim',
  why: styles.why,
  path: styles.words,
};

/** The other columns say nothing of an event. */
const CELLS: Partial<Record<ColumnId, (line: EventRow, room: Room) => ReactNode>> = {
  time: ({ at }, room) => (room === 'wide' ? preciseText(Date.parse(at)) : clockText(Date.parse(at))),
  client: () => 'event',
  path: ({ why }) => why,
  why: ({ tag, what }) => (
    <>
      <TagChip tag={tag} />
      <span>{what}</span>
    </>
  ),
};
