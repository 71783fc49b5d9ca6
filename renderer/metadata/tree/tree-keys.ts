// What a key does in the tree, as the ARIA pattern for trees has it.
import type { TreeRow } from './tree-rows.ts';

export type TreeMove =
  | { do: 'select'; path: string }
  | { do: 'toggle'; path: string }
  | { do: 'edit' | 'reset' | 'absent'; path: string };

export type TreeKey = { key: string; shift: boolean };

type Position = { rows: readonly TreeRow[]; index: number; row: TreeRow };

const MOVES: Record<string, (at: Position) => TreeMove | null> = {
  ArrowDown: ({ rows, index }) => selectAt(rows, index + 1),
  ArrowUp: ({ rows, index }) => selectAt(rows, index - 1),
  Home: ({ rows }) => selectAt(rows, 0),
  End: ({ rows }) => selectAt(rows, rows.length - 1),
  ArrowRight: inwards,
  ArrowLeft: outwards,
  Enter: editOrToggle,
  F2: ({ row }) => ({ do: 'edit', path: row.node.path }),
  ' ': ({ row }) => (row.open === null ? null : { do: 'toggle', path: row.node.path }),
  Delete: ({ row }) => ({ do: 'reset', path: row.node.path }),
};

/** The move for a key; null when it does nothing here. Without a selection a move begins at an end. */
export function moveFor(rows: readonly TreeRow[], selected: string | null, { key, shift }: TreeKey): TreeMove | null {
  const index = rows.findIndex(({ node }) => node.path === selected);
  const row = rows[index];
  if (row === undefined) return key in MOVES ? selectAt(rows, key === 'End' ? rows.length - 1 : 0) : null;
  if (key === 'Delete' && shift) return { do: 'absent', path: row.node.path };
  return MOVES[key]?.({ rows, index, row }) ?? null;
}

function selectAt(rows: readonly TreeRow[], index: number): TreeMove | null {
  const row = rows[index];
  return row === undefined ? null : { do: 'select', path: row.node.path };
}

/** Opens a directory; in an open one goes to what is in it. */
function inwards({ rows, index, row }: Position): TreeMove | null {
  if (row.open === null) return null;
  return row.open ? selectAt(rows, index + 1) : { do: 'toggle', path: row.node.path };
}

/** Closes an open directory; otherwise goes to the one above. */
function outwards({ rows, index, row }: Position): TreeMove | null {
  if (row.open === true) return { do: 'toggle', path: row.node.path };
  const parent = rows.slice(0, index).findLastIndex(({ level }) => level < row.level);
  return selectAt(rows, parent);
}

function editOrToggle({ row }: Position): TreeMove {
  return { do: row.open === null ? 'edit' : 'toggle', path: row.node.path };
}

/** The next row whose name begins with what was typed, from the selected one on and round; null where none does. */
export function typedTarget(rows: readonly TreeRow[], selected: string | null, typed: string): string | null {
  const wanted = typed.toLowerCase();
  const at = rows.findIndex(({ node }) => node.path === selected);
  // One letter goes on to the next row; more letters may still mean the selected one.
  const start = Math.max(at, 0) + (wanted.length === 1 && at !== -1 ? 1 : 0);
  const round = [...rows.slice(start), ...rows.slice(0, start)];
  return round.find(({ node }) => node.name.toLowerCase().startsWith(wanted))?.node.path ?? null;
}
