// The rows of the tree as they are shown now, and who read them.
import { useMemo } from 'react';
import { useNow } from '../../stores/clock.ts';
import { useLog } from '../../stores/log/log.ts';
import { requestsIn } from '../../stores/log/log-window.ts';
import { useMetadata } from '../paths/metadata-store.ts';
import { type Read, readsOf } from '../paths/reads.ts';
import { type TreeRow, type TreeView, visibleRows } from './tree-rows.ts';

/** Once a second: a busy log changes many times in one. */
export function useReads(): ReadonlyMap<string, Read> {
  const now = useNow();
  return useMemo(() => readsAt(now), [now]);
}

function readsAt(_now: number): ReadonlyMap<string, Read> {
  return readsOf(requestsIn(useLog.getState().window.rows));
}

export function useTreeView(reads: ReadonlyMap<string, Read>): TreeView {
  const { open, folded, search, onlyChanged, onlyRead } = useMetadata();
  return useMemo(
    () => ({ open, folded, search, onlyChanged, onlyRead: onlyRead ? new Set(reads.keys()) : null }),
    [open, folded, search, onlyChanged, onlyRead, reads],
  );
}

export function useRows(view: TreeView): TreeRow[] {
  const tree = useMetadata((store) => store.tree);
  return useMemo(() => visibleRows(tree, view), [tree, view]);
}
