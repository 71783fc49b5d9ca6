// The filter of the log: words with operators, how many rows they let through, and one click to clear.
import { CloseIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { FILTER_FIELD, REQUEST_LIST } from '../commands.ts';
import { setFilter, useLog } from '../stores/log.ts';
import styles from './log.module.css';

const EXAMPLE = 'path:/spot -status:404';

export function FilterBox() {
  const filter = useLog((log) => log.filter);
  const on = filter.trim() !== '';
  return (
    <div className={styles.filter} data-on={on ? '' : undefined} role="search">
      <IconSearch size={13} stroke={1.8} aria-hidden />
      <input
        id={FILTER_FIELD}
        type="text"
        aria-label="Filter requests"
        autoComplete="off"
        spellCheck={false}
        placeholder={EXAMPLE}
        value={filter}
        onChange={(change) => setFilter(change.target.value)}
        onKeyDown={leaveByKey}
      />
      {on ? <Clear /> : <span aria-hidden>/</span>}
    </div>
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
      <button type="button" aria-label="Clear the filter" onClick={() => setFilter('')}>
        <CloseIcon size="14px" />
      </button>
    </>
  );
}

/** Enter and Escape go on to the list; Escape in an unused box does the same. */
function leaveByKey(press: KeyboardEvent): void {
  if ((press.key === 'Enter' && !press.ctrlKey && !press.metaKey) || press.key === 'Escape')
    document.getElementById(REQUEST_LIST)?.focus();
}
