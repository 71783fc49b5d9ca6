// One request in the log.
import { memo } from 'react';
import type { LogRow } from '../../app/contract/traffic.ts';
import { TagChip } from '../components/tag.tsx';
import { clockText, preciseText } from '../events/time-text.ts';
import styles from './log.module.css';
import { pathParts } from './path-parts.ts';
import { clientText, durationText, rowSentence, statusKind, statusText } from './row-text.ts';

type Props = {
  row: LogRow;
  /** Its place among the rows shown, from 0. */
  index: number;
  selected: boolean;
  label: string | null;
  onSelect: (sequence: number) => void;
};

export function rowId(sequence: number): string {
  return `request-${sequence}`;
}

export const Row = memo(function Row({ row, index, selected, label, onSelect }: Props) {
  const at = Date.parse(row.at);
  return (
    <div
      id={rowId(row.sequence)}
      className={styles.row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-label={rowSentence(row)}
      data-first={row.firstSighting ? (row.tag ?? '') : undefined}
      onClick={() => onSelect(row.sequence)}
    >
      <span role="gridcell" className="dim" title={row.at}>
        {clockText(at)}
        <span className={styles.wideOnly}>{preciseText(at).slice(8)}</span>
      </span>
      <span role="gridcell" title={label === null ? row.client : `${row.client} ${label}`}>
        {clientText(row)}
      </span>
      <span role="gridcell" className="dim">
        {row.method}
      </span>
      <PathCell target={row.target} />
      <span role="gridcell" className="dim">
        {row.version}
      </span>
      <span role="gridcell" className={styles.status} data-kind={statusKind(row.status)}>
        {statusText(row.status)}
      </span>
      <span role="gridcell" className={styles.why} title={row.why}>
        {row.tag !== null && <TagChip tag={row.tag} />}
        <span>{row.why}</span>
      </span>
      <span role="gridcell" className={`faint ${styles.wideOnly}`}>
        {durationText(row.durationMs)}
      </span>
    </div>
  );
});

function PathCell({ target }: { target: string }) {
  const { dim, telling } = pathParts(target);
  return (
    <span role="gridcell" title={target}>
      <span className="faint">{dim}</span>
      {telling}
    </span>
  );
}
