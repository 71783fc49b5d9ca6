// The filter of the log: words with operators and their completions, how many rows they let through, and one click to clear.
import { CloseIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { setFilter, useLog } from '../../stores/log/log.ts';
import styles from './filter.module.css';
import { NamedFilters } from './named-filters.tsx';
import { FILTER_FIELD, focusPane, REQUEST_LIST } from '../../commands/panes.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useSuggestions } from './use-suggestions.ts';

const EXAMPLE = 'path:/spot -status:404';
const LIST = `${FILTER_FIELD}-list`;
/** Says in words what the filter shows. */
export const FILTER_SENTENCE = `${FILTER_FIELD}-sentence`;

export function FilterBox() {
  const filter = useLog((log) => log.filter);
  const field = useRef<HTMLInputElement>(null);
  const box = useSuggestions(field);
  const on = filter.trim() !== '';
  const onKeyDown = (press: KeyboardEvent) => {
    if (box.onKey(press)) press.preventDefault();
    else leaveByKey(press);
  };
  return (
    <>
      <div className={styles.filter} data-on={on ? '' : undefined} role="search">
        <IconSearch size={13} stroke={1.8} aria-hidden />
        <input
          ref={field}
          id={FILTER_FIELD}
          data-screen-filter=""
          type="text"
          role="combobox"
          aria-label="Filter requests"
          aria-expanded={box.items.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={box.marked === -1 ? undefined : `${LIST}-${box.marked}`}
          aria-describedby={on ? FILTER_SENTENCE : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={EXAMPLE}
          value={filter}
          onChange={(change) => {
            setFilter(change.target.value);
            box.typed();
          }}
          onKeyDown={onKeyDown}
          onBlur={box.close}
        />
        {on ? <Clear /> : <span aria-hidden>/</span>}
        <NamedFilters />
      </div>
      <SuggestionList id={LIST} box={box} />
    </>
  );
}

function Clear() {
  const shown = useLog((log) => log.window.shown.length);
  const held = useLog((log) => log.window.rows.length);
  return (
    <>
      <span className={styles.count}>
        {shown.toLocaleString('en')} of {held.toLocaleString('en')}
      </span>
      <Button kind="icon" aria-label="Clear the filter" title="Clear the filter" onClick={() => setFilter('')}>
        <CloseIcon size="14px" />
      </Button>
    </>
  );
}

/** Enter and Escape go on to the list. */
function leaveByKey(press: KeyboardEvent): void {
  if ((press.key === 'Enter' && !press.ctrlKey && !press.metaKey) || press.key === 'Escape') focusPane(REQUEST_LIST);
}
