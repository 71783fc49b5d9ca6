// The live list of requests: a grid of one row height, of which only what is in view is drawn.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type MouseEvent, useMemo } from 'react';
import { useColumns } from '../stores/log-columns.ts';
import { select, useLog } from '../stores/log.ts';
import { orderedIndex, orderedRows } from '../stores/log-sort.ts';
import { indexOf } from '../stores/log-window.ts';
import { columnTemplate, roomFor, shownColumns } from './columns.ts';
import { DroppedNote, useDropped } from './dropped-note.tsx';
import { GridHead } from './grid-head.tsx';
import { useClientLabels } from './labels.ts';
import styles from './log.module.css';
import { REQUEST_LIST } from './places.ts';
import { openRowMenu } from './row-menu-store.ts';
import { Row, rowId, sequenceAt } from './row.tsx';
import { useFollow } from './use-follow.ts';
import { useGridKeys } from './use-grid-keys.ts';

const HEAD_HEIGHT = 26;
const ROW_HEIGHT = 28;
const OVERSCAN = 10;

export function Grid({ width }: { width: number }) {
  const rows = useLog((log) => orderedRows(log.window, log.sort));
  const canFollow = useLog((log) => log.sort === null);
  const selected = useLog((log) => log.selected);
  const allSelected = useLog((log) => log.allSelected);
  const selectedIndex = useLog((log) =>
    log.selected === null ? -1 : orderedIndex(log.window, log.sort, log.selected),
  );
  const labels = useClientLabels();
  const dropped = useDropped();
  const { columns, room, style } = useShownColumns(width);
  const { list, onScroll } = useFollow(rows, ROW_HEIGHT);
  const above = HEAD_HEIGHT + (dropped ? ROW_HEIGHT : 0);
  // oxlint-disable-next-line react/incompatible-library -- nothing that it returns is handed on or remembered
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.sequence ?? index,
    overscan: OVERSCAN,
    scrollMargin: above,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const items = virtual.getVirtualItems();
  const top = (items[0]?.start ?? above) - above;
  const show = (index: number) => virtual.scrollToIndex(index, { align: 'auto' });
  const onKeyDown = useGridKeys({ rows, selected: selectedIndex, rowHeight: ROW_HEIGHT, list, show, canFollow });
  return (
    <div
      ref={list}
      id={REQUEST_LIST}
      className={styles.list}
      style={style}
      role="grid"
      aria-label="Requests"
      aria-multiselectable
      aria-rowcount={rows.length + 1}
      aria-activedescendant={selected !== null && selectedIndex !== -1 ? rowId(selected) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
      onClick={selectAt}
      onContextMenu={openMenuAt}
    >
      <GridHead columns={columns} room={room} />
      {dropped && <DroppedNote />}
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }} role="presentation">
        <div role="rowgroup" style={{ transform: `translateY(${top}px)` }}>
          {items.map(({ index, key }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const label = labels.get(row.client) ?? null;
            const isSelected = allSelected || row.sequence === selected;
            return <Row key={key} {...{ row, index, label, columns, room }} selected={isSelected} />;
          })}
        </div>
      </div>
    </div>
  );
}

/** The columns that there is room for, and their widths as a style of the list: rows take it from there. */
function useShownColumns(width: number) {
  const order = useColumns((columns) => columns.order);
  const widths = useColumns((columns) => columns.widths);
  const room = roomFor(width);
  const columns = useMemo(() => shownColumns({ order, widths: {} }, room), [order, room]);
  const style: CSSProperties & Record<'--columns', string> = { '--columns': columnTemplate(columns, widths, room) };
  return { columns, room, style };
}

function selectAt({ target }: MouseEvent): void {
  const sequence = sequenceAt(target);
  if (sequence !== null) select(sequence);
}

function openMenuAt(press: MouseEvent): void {
  const sequence = sequenceAt(press.target);
  const { rows } = useLog.getState().window;
  const row = sequence === null ? undefined : rows[indexOf(rows, sequence)];
  if (row === undefined) return;
  press.preventDefault();
  select(row.sequence);
  openRowMenu({ row, x: press.clientX, y: press.clientY });
}
