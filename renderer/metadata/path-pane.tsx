// The right side: everything about the selected path.
import { useStatus } from '../stores/status.ts';
import { AlsoChanged } from './value/also-changes.tsx';
import { DirectoryPane } from './directory-pane.tsx';
import { useMetadata } from './paths/metadata-store.ts';
import { Origin } from './origin.tsx';
import styles from './pane.module.css';
import { PathHead } from './path-head.tsx';
import { Preview } from './preview.tsx';
import { CredentialSets } from './role/credential-sets.tsx';
import { RoleForm } from './role/role-form.tsx';
import { findNode, isDirectory, type TreeNode } from './paths/tree.ts';
import { ValueField } from './value/value-field.tsx';
import { isOfRole, OF_INSTANCE } from './paths/item-state.ts';

export function PathPane() {
  const selected = useMetadata((store) => store.selected);
  const tree = useMetadata((store) => store.tree);
  const node = findNode(tree, selected);
  return (
    <section className={styles.pane} aria-label="Selected path">
      {node !== null && <PathDetail key={node.path} node={node} />}
    </section>
  );
}

/** Where they are served from. */
function Sets({ path }: { path: string }) {
  if (isOfRole(path)) return <CredentialSets path={path} of="role" />;
  return path === OF_INSTANCE ? <CredentialSets path={path} of="ec2-instance" /> : null;
}

function PathDetail({ node }: { node: TreeNode }) {
  // What credentials a role has is a fact.
  const hasFacts = useStatus((store) => store.status?.instance.editing !== 'paths');
  if (isDirectory(node) || node.item === null) return <DirectoryPane node={node} />;
  return (
    <>
      <PathHead node={node} about={node.item.doc} since={node.item.since} />
      {isOfRole(node.path) && hasFacts && <RoleForm path={node.path} />}
      {hasFacts && <Sets path={node.path} />}
      <ValueField item={node.item} />
      <AlsoChanged path={node.path} />
      <Preview path={node.path} />
      <Origin item={node.item} />
    </>
  );
}
