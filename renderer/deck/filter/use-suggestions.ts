// Completions of the filter while it is typed: what is offered, which one is marked, and the keys for it.
import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import type { LogRow } from '../../../app/contract/traffic.ts';
import { type Suggestion, suggest, type Suggestions } from '../../../app/filter/suggest.ts';
import { setFilter, useLog } from '../../stores/log/log.ts';
import { requestsIn } from '../../stores/log/log-window.ts';

const NONE: Suggestions = { from: 0, to: 0, items: [] };

export type SuggestionBox = {
  items: readonly Suggestion[];
  /** Index of the marked one; -1 without. */
  marked: number;
  choose: (index: number) => void;
  typed: () => void;
  close: () => void;
  /** True when the key was used. */
  onKey: (press: KeyboardEvent) => boolean;
};

export function useSuggestions(field: RefObject<HTMLInputElement | null>): SuggestionBox {
  const filter = useLog((log) => log.filter);
  const [caret, setCaret] = useState<number | null>(null);
  const [marked, setMarked] = useState(-1);
  // The rows of the moment in which something is typed: what is offered must not move by itself.
  const { from, to, items } = useMemo(
    () => (caret === null ? NONE : suggest(filter, Math.min(caret, filter.length), rowsNow())),
    [caret, filter],
  );
  const open = (at: number | null) => {
    setCaret(at);
    setMarked(-1);
  };
  const typed = () => open(field.current?.selectionStart ?? null);
  const choose = (index: number) => {
    const item = items[index];
    if (item === undefined) return;
    const after = chosen(filter, { from, to }, item.text);
    setFilter(after.filter);
    requestAnimationFrame(() => {
      field.current?.setSelectionRange(after.caret, after.caret);
      if (after.goesOn) typed();
    });
    open(null);
  };
  const onKey = (press: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    if (step !== undefined && items.length === 0) return step === 1 && (typed(), true);
    if (step !== undefined) return (setMarked(round(marked + step, items.length)), true);
    if (press.key === 'Escape' && items.length > 0) return (open(null), true);
    if ((press.key === 'Enter' || press.key === 'Tab') && marked !== -1) return (choose(marked), true);
    return false;
  };
  return { items, marked, choose, typed, close: () => open(null), onKey };
}

function rowsNow(): readonly LogRow[] {
  return requestsIn(useLog.getState().window.rows);
}

/** An operator is followed by its value, a value by the next word. */
export function chosen(filter: string, { from, to }: { from: number; to: number }, text: string) {
  const goesOn = text.endsWith(':');
  const rest = filter.slice(to).trimStart();
  const before = `${filter.slice(0, from)}${text}${goesOn ? '' : ' '}`;
  return { filter: before + rest, caret: before.length, goesOn };
}

/** From -1, which is none, round to the last. */
function round(index: number, count: number): number {
  if (index < -1) return count - 1;
  return index >= count ? -1 : index;
}
