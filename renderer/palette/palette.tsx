// The command palette: a field, and below it what matches. Arrow keys choose, Enter does it.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { keysOf } from '../commands/keys.ts';
import { useWorks } from '../commands/works.ts';
import styles from './palette.module.css';
import type { PaletteItem } from './palette-items.ts';
import { chooseItem, usePaletteItems } from './use-palette.ts';

export function Palette() {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // It comes a moment after the dialog, which has looked for something to focus by then.
  useEffect(() => field.current?.focus(), []);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const items = usePaletteItems(typed);
  const chosen = Math.min(at, items.length - 1);
  const onKeyDown = (press: KeyboardEvent) => {
    const next = nextIndex(press.key, chosen, items.length);
    const item = items[chosen];
    if (next !== null) setAt(next);
    else if (press.key === 'Enter' && item !== undefined) chooseItem(item);
    else return;
    press.preventDefault();
  };
  return (
    <>
      <input
        ref={field}
        className={styles.field}
        role="combobox"
        aria-label="Find a command, a path or a client"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={items.length > 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        placeholder="Find a command, a path or a client"
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(change) => {
          setTyped(change.currentTarget.value);
          setAt(0);
        }}
      />
      <ul id={id} role="listbox" aria-label="Commands" className={styles.list}>
        {items.map((item, index) => (
          <Option key={item.id} id={`${id}-${index}`} item={item} chosen={index === chosen} />
        ))}
      </ul>
      <p className={styles.none} role="status">
        {items.length === 0 ? 'Nothing matches' : ''}
      </p>
    </>
  );
}

/** Where a key leads in the list, round both ends; null for a key that is not for the list. */
export function nextIndex(key: string, from: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (from + 1) % count;
  if (key === 'ArrowUp') return (from - 1 + count) % count;
  return null;
}

/** True for a command that can do nothing now. */
function useDead({ what }: PaletteItem): boolean {
  return !useWorks(what.kind === 'command' ? what.id : 'palette.open');
}

function Option({ id, item, chosen }: { id: string; item: PaletteItem; chosen: boolean }) {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const { what } = item;
  return (
    <li
      ref={element}
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={useDead(item)}
      className={styles.option}
      onClick={() => chooseItem(item)}
    >
      <span className={what.kind === 'command' ? 'cut' : 'cut mono'}>{item.title}</span>
      <span className={styles.group}>{item.group}</span>
      {what.kind === 'command' && keysOf(what.id) !== '' && <kbd>{keysOf(what.id)}</kbd>}
    </li>
  );
}
