// One row of the tree: name, marks, and the value at the right.
import { IconCaretDownFilled, IconCaretRightFilled } from '@tabler/icons-react';
import { memo } from 'react';
import { useNow } from '../../stores/clock.ts';
import { selectPath } from '../paths/metadata-store.ts';
import styles from './tree.module.css';
import { isDirectory, type TreeNode } from '../paths/tree.ts';
import { markIn, type TreeRow } from './tree-rows.ts';
import { isMadeAbsent } from '../paths/item-state.ts';
import { valueWord } from '../paths/short-value.ts';
import { countText } from '../../words/count-text.ts';

const STEP_PX = 16;
const FIRST_PX = 12;
/** How long a read leaves its mark. */
const WARM_MS = 10_000;

export function rowId(path: string): string {
  return `path:${path}`;
}

type Props = TreeRow & {
  selected: boolean;
  search: string;
  readAt: number | null;
  onToggle: (path: string) => void;
};

export const TreeRowView = memo(function TreeRowView({
  node,
  level,
  open,
  position,
  siblings,
  selected,
  search,
  readAt,
  onToggle,
}: Props) {
  const absent = node.item?.present === false;
  return (
    <div
      id={rowId(node.path)}
      role="treeitem"
      aria-label={node.name}
      aria-description={descriptionOf(node)}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={selected}
      aria-expanded={open ?? undefined}
      className={styles.row}
      data-absent={absent || undefined}
      style={{ paddingLeft: FIRST_PX + (level - 1) * STEP_PX }}
      onClick={() => {
        selectPath(node.path);
        // A click opens; one on what is selected already closes.
        if (open === false || (open === true && selected)) onToggle(node.path);
      }}
    >
      <Twist path={node.path} open={open} onToggle={onToggle} />
      <Name node={node} search={search} />
      <Marks node={node} readAt={readAt} />
    </div>
  );
});

/** What stands beside the name, for the eye: drawn, not written, since the row is called by its name. Its description says it in words. */
function Marks({ node, readAt }: { node: TreeNode; readAt: number | null }) {
  return (
    <span className={styles.marks} aria-hidden>
      {isDirectory(node) && node.changed > 0 && <span className={styles.count} data-text={node.changed} />}
      {node.item?.changed === true && !isDirectory(node) && <span className={styles.changed} title="changed" />}
      {readAt !== null && <Warm readAt={readAt} />}
      {node.item !== null && <span className={styles.value} data-text={valueWord(node.item)} />}
    </span>
  );
}

function Twist({ path, open, onToggle }: { path: string; open: boolean | null; onToggle: (path: string) => void }) {
  if (open === null) return <span className={styles.twist} />;
  const Icon = open ? IconCaretDownFilled : IconCaretRightFilled;
  return (
    <span
      className={styles.twist}
      aria-hidden
      onClick={(click) => {
        click.stopPropagation();
        onToggle(path);
      }}
    >
      <Icon size={13} />
    </span>
  );
}

function Name({ node, search }: { node: TreeNode; search: string }) {
  const mark = markIn(node, search);
  return (
    <span className={styles.name} data-directory={isDirectory(node) || undefined} title={node.path}>
      {mark === null ? (
        node.name
      ) : (
        <>
          {node.name.slice(0, mark.from)}
          <mark>{node.name.slice(mark.from, mark.to)}</mark>
          {node.name.slice(mark.to)}
        </>
      )}
    </span>
  );
}

/** A mark for a while after a client read it. */
function Warm({ readAt }: { readAt: number }) {
  const isWarm = useNow() - readAt < WARM_MS;
  return isWarm ? <span className={styles.warm} title="read by a client just now" /> : null;
}

function descriptionOf(node: TreeNode): string {
  if (isDirectory(node)) return node.changed > 0 ? countText(node.changed, 'changed path') : '';
  if (node.item === null) return '';
  const changed = node.item.changed && !isMadeAbsent(node.item) ? ', changed' : '';
  return `${valueWord(node.item)}${changed}`;
}
