// What each column shows of a request.
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LogRow } from '../../../app/contract/traffic.ts';
import { TagChip } from '../../notices/tag-chip.tsx';
import { clockText, preciseText } from '../../words/time-text.ts';
import type { ColumnId } from '../../stores/log/log-columns.ts';
import type { Room } from '../toolbar/columns.ts';
import styles from './log.module.css';
import { pathParts } from '../../words/path-parts.ts';
import { clientText, durationText, type StatusKind, statusKind, statusText } from './row-text.ts';

type CellProps = { row: LogRow; label: string | null; room: Room };

export function Cell({ column, ...props }: CellProps & { column: ColumnId }): ReactNode {
  return CELLS[column](props);
}

const CELLS: Record<ColumnId, (props: CellProps) => ReactNode> = {
  time: ({ row, room }) => (
    <span role="gridcell" className="dim" title={row.at}>
      {room === 'wide' ? preciseText(Date.parse(row.at)) : clockText(Date.parse(row.at))}
    </span>
  ),
  client: ({ row, label }) => (
    <span role="gridcell" title={label === null ? row.client : `${row.client} ${label}`}>
      {clientText(row)}
    </span>
  ),
  method: ({ row }) => (
    <span role="gridcell" className="dim">
      {row.method}
    </span>
  ),
  path: ({ row }) => <PathCell target={row.target} />,
  v: ({ row }) => (
    <span role="gridcell" className="dim">
      {row.version}
    </span>
  ),
  status: ({ row }) => <StatusCell status={row.status} />,
  why: ({ row }) => (
    <span role="gridcell" className={styles.why} title={row.why}>
      {row.tag !== null && <TagChip tag={row.tag} />}
      <span>{row.why}</span>
    </span>
  ),
  ms: ({ row }) => (
    <span role="gridcell" className="faint">
      {durationText(row.durationMs)}
    </span>
  ),
};

/** A tooltip of 64 KiB would help nobody. */
const LONGEST_TITLE = 2000;

function PathCell({ target }: { target: string }) {
  const { dim, telling } = pathParts(target);
  return (
    <span role="gridcell" title={target.slice(0, LONGEST_TITLE)}>
      <span className="faint">{dim}</span>
      {telling.slice(0, LONGEST_TITLE)}
    </span>
  );
}

/** Never by colour alone: each kind has its sign. */
const SIGNS: Record<StatusKind, typeof IconCheck> = {
  good: IconCheck,
  missing: IconMinus,
  bad: IconX,
  none: IconX,
};

function StatusCell({ status }: { status: number | null }) {
  const kind = statusKind(status);
  const Sign = SIGNS[kind];
  return (
    <span role="gridcell" className={styles.status} data-kind={kind}>
      <Sign size={11} stroke={2.2} aria-hidden />
      {statusText(status)}
    </span>
  );
}
