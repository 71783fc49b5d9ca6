// The live list of requests: a grid of one row height, of which only what is in view is drawn.
import { type CSSProperties, type MouseEvent, useMemo } from 'react';
import { useColumns } from '../../stores/log/log-columns.ts';
import { select, useLog } from '../../stores/log/log.ts';
import { orderedIndex, orderedRows } from '../../stores/log/log-sort.ts';
import { indexOf } from '../../stores/log/log-window.ts';
import { useSetting } from '../../stores/settings.ts';
import { columnTemplate, roomFor, shownColumns } from '../toolbar/columns.ts';
import { DroppedNote, useDropped } from '../toolbar/dropped-note.tsx';
import { EventLine } from './event-line.tsx';
import { GridHead } from './grid-head.tsx';
import { useClientLabels } from '../filter/labels.ts';
import styles from './log.module.css';
import { REQUEST_LIST } from '../../commands/panes.ts';
import { openRowMenu } from './row-menu-store.ts';
import { Row, rowId, sequenceAt } from './row.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { useRowWindow } from './use-row-window.ts';

const HEAD_HEIGHT = 26;
/** Pixels; the stylesheets have the same as `--row`. */
const ROW_HEIGHT = { compact: 28, comfortable: 32 };

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
  const row = ROW_HEIGHT[useSetting('density')];
  const above = HEAD_HEIGHT + (dropped ? row : 0);
  const { list, range, atMost, onScroll, show } = useRowWindow(rows, selectedIndex, {
    row,
    above,
    sticky: HEAD_HEIGHT,
  });
  const onKeyDown = useGridKeys({ rows, selected: selectedIndex, rowHeight: row, list, show, canFollow });
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
      <div className={styles.rows} style={{ height: rows.length * row }} role="presentation">
        <div role="rowgroup" style={{ transform: `translateY(${range.first * row}px)` }}>
          {rows.slice(range.first, range.end).map((one, offset) => {
            const index = range.first + offset;
            const isSelected = allSelected || one.sequence === selected;
            const shared = { index, columns, room, selected: isSelected };
            // A row that goes out of view makes way for one that comes: under load that is far cheaper than a new one.
            const key = index % atMost;
            if (one.kind === 'event') return <EventLine key={key} line={one} {...shared} />;
            return <Row key={key} row={one} label={labels.get(one.client) ?? null} {...shared} />;
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
  if (row?.kind !== 'request') return;
  press.preventDefault();
  select(row.sequence);
  openRowMenu({ row, x: press.clientX, y: press.clientY });
}
