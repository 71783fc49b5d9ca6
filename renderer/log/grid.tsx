// The live list of requests: a grid of one row height, of which only what is in view is drawn.
import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent } from 'react';
import { REQUEST_LIST } from '../commands.ts';
import { select, setFollow, useLog } from '../stores/log.ts';
import { indexOf } from '../stores/log-window.ts';
import { GridHead } from './grid-head.tsx';
import { rowAfterKey } from './grid-keys.ts';
import { useClientLabels } from './labels.ts';
import styles from './log.module.css';
import { Row, rowId } from './row.tsx';
import { useFollow } from './use-follow.ts';

const HEAD_HEIGHT = 26;
const ROW_HEIGHT = 28;
const OVERSCAN = 10;
/** Where Enter leads from a selected row. */
export const DETAIL = 'request-detail';

export function Grid() {
  const rows = useLog((log) => log.window.shown);
  const selected = useLog((log) => log.selected);
  const labels = useClientLabels();
  const { list, onScroll } = useFollow(rows, ROW_HEIGHT);
  // oxlint-disable-next-line react/incompatible-library -- nothing that it returns is handed on or remembered
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.sequence ?? index,
    overscan: OVERSCAN,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const items = virtual.getVirtualItems();
  const top = (items[0]?.start ?? HEAD_HEIGHT) - HEAD_HEIGHT;
  const selectedIndex = selected === null ? -1 : indexOf(rows, selected);
  const onKeyDown = (press: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const to = press.ctrlKey || press.metaKey ? null : rowAfterKey(press.key, selectedIndex, rows.length, page);
    if (to === null) return leaveByKey(press);
    press.preventDefault();
    select(rows[to]?.sequence ?? null);
    if (press.key === 'End') setFollow(true);
    else virtual.scrollToIndex(to, { align: 'auto' });
  };
  return (
    <div
      ref={list}
      id={REQUEST_LIST}
      className={styles.list}
      role="grid"
      aria-label="Requests"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={selected !== null && selectedIndex !== -1 ? rowId(selected) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
    >
      <GridHead />
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }} role="presentation">
        <div role="rowgroup" style={{ transform: `translateY(${top}px)` }}>
          {items.map(({ index, key }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const label = labels.get(row.client) ?? null;
            const isSelected = row.sequence === selected;
            return <Row key={key} row={row} index={index} label={label} selected={isSelected} onSelect={select} />;
          })}
        </div>
      </div>
    </div>
  );
}

/** Enter goes to the detail; Escape gives up the selection. */
function leaveByKey(press: KeyboardEvent): void {
  if (press.key === 'Enter' && !press.ctrlKey && !press.metaKey) document.getElementById(DETAIL)?.focus();
  if (press.key === 'Escape') select(null);
}
