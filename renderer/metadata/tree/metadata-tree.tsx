// The tree of paths: one tab stop, moved in by arrows and by typing.
import { useCallback, useEffect, useRef } from 'react';
import { makeAbsent, orTell, resetBelow, resetPath } from '../paths/edits.ts';
import { selectPath, toggleDirectory, useMetadata } from '../paths/metadata-store.ts';
import styles from './tree.module.css';
import type { Read } from '../paths/reads.ts';
import { moveFor, type TreeMove, typedTarget } from './tree-keys.ts';
import { TreeRowView, rowId } from './tree-row.tsx';
import { isNarrowed, type TreeRow, type TreeView } from './tree-rows.ts';
import { focusValue, TREE_ID } from '../value/value-focus.ts';

const TYPING_MS = 700;

type Props = { rows: TreeRow[]; view: TreeView; reads: ReadonlyMap<string, Read> };

export function MetadataTree({ rows, view, reads }: Props) {
  const selected = useMetadata((store) => store.selected);
  const narrowed = isNarrowed(view);
  const onKeyDown = useTreeKeys(rows, selected, narrowed);
  const onToggle = useCallback((path: string) => toggleDirectory(path, narrowed), [narrowed]);
  useShown(selected);
  return (
    <div
      id={TREE_ID}
      role="tree"
      aria-label="Metadata"
      className={styles.tree}
      tabIndex={0}
      aria-busy={rows.length === 0}
      aria-activedescendant={rows.some(({ node }) => node.path === selected) ? rowId(selected) : undefined}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <TreeRowView
          key={row.node.path}
          {...row}
          selected={row.node.path === selected}
          search={view.search}
          readAt={reads.get(row.node.path)?.at ?? null}
          onToggle={onToggle}
        />
      ))}
      {rows.length === 0 && <NothingFound narrowed={narrowed} />}
    </div>
  );
}

function NothingFound({ narrowed }: { narrowed: boolean }) {
  return (
    <p className={styles.nothing}>
      {narrowed ? 'No path matches what is searched and switched on above.' : 'Loading …'}
    </p>
  );
}

/** The selected row is in sight after a key, an edit or a link. */
function useShown(selected: string): void {
  useEffect(() => {
    document.getElementById(rowId(selected))?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
}

function useTreeKeys(rows: TreeRow[], selected: string, narrowed: boolean) {
  const typed = useRef({ text: '', at: 0 });
  return (press: React.KeyboardEvent) => {
    if (press.ctrlKey || press.metaKey || press.altKey) return;
    const move = moveFor(rows, selected, { key: press.key, shift: press.shiftKey }) ?? typedMove(press);
    if (move === null) return;
    press.preventDefault();
    carryOut(move, narrowed);
  };

  function typedMove({ key, timeStamp }: React.KeyboardEvent): TreeMove | null {
    if (key.length !== 1 || key === ' ' || key === '/') return null;
    const before = timeStamp - typed.current.at < TYPING_MS ? typed.current.text : '';
    typed.current = { text: before + key, at: timeStamp };
    const path = typedTarget(rows, selected, typed.current.text);
    return path === null ? null : { do: 'select', path };
  }
}

function carryOut(move: TreeMove, narrowed: boolean): void {
  if (move.do === 'select') selectPath(move.path);
  else if (move.do === 'toggle') toggleDirectory(move.path, narrowed);
  else if (move.do === 'edit') focusValue();
  else if (move.do === 'absent') void orTell(makeAbsent(move.path));
  else void resetAt(move.path);
}

/** A directory is reset with all that is in it. */
async function resetAt(path: string): Promise<void> {
  const isPath = useMetadata.getState().items?.some((item) => item.path === path) === true;
  await (isPath ? orTell(resetPath(path)) : resetBelow(path));
}
