// Sticks to the newest row while the view follows, and keeps still while it does not.
import { type UIEvent, useLayoutEffect, useRef } from 'react';
import type { LogRow } from '../../app/contract/traffic.ts';
import { setFollow, useLog } from '../stores/log.ts';
import { indexAfter } from '../stores/log-window.ts';

const AT_END_PX = 4;

/** Gives the list's ref, and what to do on a scroll: up lets go of the end, down to it takes hold again. */
export function useFollow(rows: readonly LogRow[], rowHeight: number) {
  const list = useRef<HTMLDivElement>(null);
  const follow = useLog((log) => log.follow);
  const before = useRef<readonly LogRow[]>(rows);
  const lastTop = useRef(0);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    if (useLog.getState().sort !== null) element.scrollTop = rows === before.current ? element.scrollTop : 0;
    else if (follow) element.scrollTop = element.scrollHeight;
    else element.scrollTop -= goneFromTop(before.current, rows) * rowHeight;
    before.current = rows;
    lastTop.current = element.scrollTop;
  }, [rows, follow, rowHeight]);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const resized = new ResizeObserver(() => {
      if (useLog.getState().follow) element.scrollTop = element.scrollHeight;
    });
    resized.observe(element);
    return () => resized.disconnect();
  }, []);

  const onScroll = ({ currentTarget: element }: UIEvent<HTMLElement>) => {
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight <= AT_END_PX;
    const up = element.scrollTop < lastTop.current;
    lastTop.current = element.scrollTop;
    if (atEnd && !useLog.getState().follow) setFollow(true);
    else if (!atEnd && up && useLog.getState().follow) setFollow(false);
  };
  return { list, onScroll };
}

/** How many rows made way at the top since the last look. */
function goneFromTop(before: readonly LogRow[], rows: readonly LogRow[]): number {
  const first = rows[0];
  return first === undefined ? 0 : indexAfter(before, first.sequence - 1);
}
