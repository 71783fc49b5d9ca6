// The head of one column.
import type { PointerEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { type ColumnId, FLEXIBLE, moveColumn, setWidth } from '../../stores/log/log-columns.ts';
import { nextSort, type SortKey } from '../../stores/log/log-sort.ts';
import { setSort, useLog } from '../../stores/log/log.ts';
import styles from './log.module.css';
import type { Room } from '../toolbar/columns.ts';

const SORTS: Partial<Record<ColumnId, SortKey>> = { time: 'time', ms: 'ms' };
const DRAGGED = 'application/x-metadeck-column';

type Props = { id: ColumnId; columns: readonly ColumnId[]; room: Room };

export function HeadCell({ id, columns }: Props) {
  const sort = useLog((log) => (log.sort !== null && SORTS[id] === log.sort.by ? log.sort : null));
  const direction = sort?.descending ? 'descending' : 'ascending';
  return (
    <span
      role="columnheader"
      className={styles.headCell}
      aria-sort={sort === null ? undefined : direction}
      draggable
      onDragStart={({ dataTransfer }) => dataTransfer.setData(DRAGGED, id)}
      onDragOver={(over) => over.dataTransfer.types.includes(DRAGGED) && over.preventDefault()}
      onDrop={(drop) => dropOn(id, drop.dataTransfer.getData(DRAGGED), columns)}
    >
      <Name id={id} sort={sort === null ? null : direction} />
      {id !== FLEXIBLE && <Edge id={id} before={columns.indexOf(id) > columns.indexOf(FLEXIBLE)} />}
    </span>
  );
}

function Name({ id, sort }: { id: ColumnId; sort: 'ascending' | 'descending' | null }) {
  const by = SORTS[id];
  if (by === undefined) return id;
  const next = () => setSort(nextSort(by, useLog.getState().sort));
  return (
    <Button kind="bare" title={`Sort by ${by === 'ms' ? 'duration' : 'time'}`} onClick={next}>
      {id}
      {sort !== null && <span aria-hidden>{sort === 'descending' ? ' ↓' : ' ↑'}</span>}
    </Button>
  );
}

/** The edge that is nearer to the flexible column, which gives and takes. */
function Edge({ id, before }: { id: ColumnId; before: boolean }) {
  const drag = ({ currentTarget, pointerId, movementX }: PointerEvent<HTMLElement>) => {
    const cell = currentTarget.parentElement;
    if (cell === null || !currentTarget.hasPointerCapture(pointerId)) return;
    setWidth(id, cell.getBoundingClientRect().width + (before ? -movementX : movementX));
  };
  return (
    <span
      className={styles.edge}
      data-before={before ? '' : undefined}
      aria-hidden
      onPointerDown={grab}
      onPointerMove={drag}
    />
  );
}

function grab(press: PointerEvent<HTMLElement>): void {
  press.preventDefault();
  press.currentTarget.setPointerCapture(press.pointerId);
}

function dropOn(to: ColumnId, dragged: string, columns: readonly ColumnId[]): void {
  const id = columns.find((one) => one === dragged);
  if (id !== undefined) moveColumn(id, to);
}
