// The part of the list that is drawn: it sticks to the newest row while the view follows, and keeps still while it does not.
import { type UIEvent, useLayoutEffect, useRef, useState } from 'react';
import type { LogLine } from '../../../app/contract/traffic.ts';
import { setFollow, useLog } from '../../stores/log/log.ts';
import { indexAfter } from '../../stores/log/log-window.ts';
import { drawnAtMost, type Heights, isInView, rangeAtEnd, rangeFrom, rowAt, scrollTopFor } from './visible-rows.ts';

const AT_END_PX = 4;

/**
 * Gives the list's ref; the range that is drawn, and how many rows that are at the most; what to do on a scroll: up lets go
 * of the end, down to it takes hold again; and how to bring a row into view. `selected` is the index of the selected row, -1
 * without: when the detail opens below, it stays in view, even if following has to end for it.
 */
export function useRowWindow(rows: readonly LogLine[], selected: number, heights: Heights) {
  const list = useRef<HTMLDivElement>(null);
  const follow = useLog((log) => log.follow);
  const [height, setHeight] = useState(0);
  const [from, setFrom] = useState(0);
  const before = useRef<readonly LogLine[]>(rows);
  const lastTop = useRef(0);
  const lastHeight = useRef(0);
  const { row, above } = heights;
  const resize = useRef<(element: HTMLElement) => void>(() => undefined);
  useLayoutEffect(() => {
    resize.current = (element) => {
      const was = { scrollTop: element.scrollTop, clientHeight: lastHeight.current };
      const end = { scrollTop: element.scrollHeight - element.clientHeight, clientHeight: element.clientHeight };
      const wasInView = selected !== -1 && isInView(selected, was, heights);
      if (useLog.getState().follow && wasInView && !isInView(selected, end, heights)) setFollow(false);
      if (useLog.getState().follow) element.scrollTop = element.scrollHeight;
      else if (wasInView) element.scrollTop = scrollTopFor(selected, element, heights);
      lastTop.current = element.scrollTop;
      lastHeight.current = element.clientHeight;
      setHeight(element.clientHeight);
    };
  });

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    if (useLog.getState().sort !== null) element.scrollTop = rows === before.current ? element.scrollTop : 0;
    else if (follow) element.scrollTop = element.scrollHeight;
    else element.scrollTop -= goneFromTop(before.current, rows) * row;
    before.current = rows;
    lastTop.current = element.scrollTop;
    // What is drawn at the end needs no second look.
    if (!follow) setFrom(rowAt(element.scrollTop, row, above));
  }, [rows, follow, row, above]);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const measure = () => resize.current(element);
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    return () => resized.disconnect();
  }, []);

  const onScroll = ({ currentTarget: element }: UIEvent<HTMLElement>) => {
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight <= AT_END_PX;
    const up = element.scrollTop < lastTop.current;
    if (atEnd && !useLog.getState().follow) setFollow(true);
    else if (!atEnd && up && useLog.getState().follow) setFollow(false);
    lastTop.current = element.scrollTop;
    if (!useLog.getState().follow) setFrom(rowAt(element.scrollTop, row, above));
  };

  const show = (index: number) => {
    if (list.current !== null) list.current.scrollTop = scrollTopFor(index, list.current, heights);
  };
  const range = follow ? rangeAtEnd(height, row, rows.length) : rangeFrom(from, height, row, rows.length);
  return { list, range, atMost: drawnAtMost(height, row), onScroll, show };
}

/** How many rows made way at the top since the last look. */
function goneFromTop(before: readonly LogLine[], rows: readonly LogLine[]): number {
  const first = rows[0];
  return first === undefined ? 0 : indexAfter(before, first.sequence - 1);
}
