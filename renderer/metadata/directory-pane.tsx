// A directory: what is in it, what was changed below, and its 404.
import { AddTag } from './adding/add-tag.tsx';
import { AbsentBox } from './value/absent-box.tsx';
import { ResetButton } from './value/reset-button.tsx';
import { resetBelow } from './paths/edits.ts';
import { PathHead } from './path-head.tsx';
import styles from './pane.module.css';
import { Preview } from './preview.tsx';
import type { TreeNode } from './paths/tree.ts';
import { isDirectoryAbsent, TAGS_PATH } from './paths/item-state.ts';
import { countText } from '../words/count-text.ts';

export function DirectoryPane({ node }: { node: TreeNode }) {
  return (
    <>
      <PathHead node={node} about={`A directory of ${countText(leavesBelow(node), 'path')}.`} />
      {`${node.path}/` === TAGS_PATH && (
        <div>
          <AddTag />
        </div>
      )}
      <div className={styles.field}>
        <div className={styles.line}>
          <b>Changes</b>
          <span className="dim">
            {node.changed === 0
              ? 'none: everything below is as the preset has it'
              : `${countText(node.changed, 'path')} changed`}
          </span>
          <ResetButton
            words="Reset all below"
            disabled={node.changed === 0}
            onReset={() => void resetBelow(node.path)}
          />
        </div>
        <div className={styles.options}>
          <AbsentBox
            path={node.path}
            absent={isDirectoryAbsent(node.item)}
            words="Answer 404 for this path and everything below"
          />
        </div>
      </div>
      <Preview path={`${node.path}/`} />
    </>
  );
}

function leavesBelow({ children }: TreeNode): number {
  return children.reduce((sum, child) => sum + (child.children.length > 0 ? leavesBelow(child) : 1), 0);
}
