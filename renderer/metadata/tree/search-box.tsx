// Finds paths by their names and short values; `/` comes here from anywhere on the screen.
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { selectPath, setSearch, useMetadata } from '../paths/metadata-store.ts';
import styles from '../metadata.module.css';
import type { TreeRow } from './tree-rows.ts';
import { TREE_ID } from '../value/value-focus.ts';

export function SearchBox({ rows }: { rows: readonly TreeRow[] }) {
  const field = useRef<HTMLInputElement>(null);
  const search = useMetadata((store) => store.search);
  const count = useMetadata((store) => store.items?.length ?? 0);
  useSearchKeys(field);
  return (
    <div className={styles.top}>
      <label className={styles.search} data-on={search === '' ? undefined : true}>
        <IconSearch size={14} stroke={1.7} aria-hidden />
        <input
          ref={field}
          type="text"
          data-screen-filter=""
          aria-label="Search paths"
          placeholder={`Search ${count} paths`}
          spellCheck={false}
          autoComplete="off"
          value={search}
          onChange={(change) => setSearch(change.currentTarget.value)}
          onKeyDown={(press) => onSearchKey(press, rows)}
        />
        {search === '' ? (
          <span className="faint" aria-hidden>
            /
          </span>
        ) : (
          <Button kind="link" onClick={() => setSearch('')}>
            clear
          </Button>
        )}
      </label>
    </div>
  );
}

function onSearchKey(press: React.KeyboardEvent, rows: readonly TreeRow[]): void {
  if (press.key === 'Escape') setSearch('');
  if (press.key !== 'ArrowDown' && press.key !== 'Enter') return;
  press.preventDefault();
  selectFound(rows);
  document.getElementById(TREE_ID)?.focus();
}

/** The first value that was found, unless what is selected is among them. */
function selectFound(rows: readonly TreeRow[]): void {
  const { selected } = useMetadata.getState();
  if (rows.some(({ node }) => node.path === selected)) return;
  const found = rows.find(({ open }) => open === null);
  if (found !== undefined) selectPath(found.node.path);
}

/** Ahead of the keys that look for requests on the Deck: those listen at the window. */
function useSearchKeys(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (press: KeyboardEvent) => {
      if (!isSearchKey(press) || press.defaultPrevented || isInText(press.target)) return;
      press.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [field]);
}

function isSearchKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (altKey) return false;
  return ctrlKey || metaKey ? key.toLowerCase() === 'f' : key === '/';
}

function isInText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}
