// The form for a path of one's own; what the server refuses is said at the field.
import { Textarea, TextInput } from '@mantine/core';
import { Button } from '../../components/button.tsx';
import { useState } from 'react';
import { serveValue } from '../paths/edits.ts';
import { revealPath, showAll, useMetadata } from '../paths/metadata-store.ts';
import { findNode, isDirectory } from '../paths/tree.ts';
import styles from '../metadata.module.css';

const TOP = 'meta-data/';
const FIELD_STYLES = { input: { fontFamily: 'var(--font-data)' }, error: { fontSize: 'var(--text-s)' } };

export function AddPathForm({ onDone }: { onDone: () => void }) {
  const [path, setPath] = useState(startingPath);
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    const plain = plainPath(path);
    const refusal = takenProblem(plain) ?? (await serveValue(plain, value, false));
    setProblem(refusal);
    if (refusal !== null) return;
    showAll();
    revealPath(plain);
    onDone();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(submit) => {
        submit.preventDefault();
        void add();
      }}
    >
      <TextInput
        label="Path"
        data-autofocus
        value={path}
        error={problem}
        spellCheck={false}
        styles={FIELD_STYLES}
        onChange={(change) => {
          setPath(change.currentTarget.value);
          setProblem(null);
        }}
      />
      <Textarea
        label="New value"
        size="xs"
        rows={3}
        value={value}
        spellCheck={false}
        styles={FIELD_STYLES}
        onChange={(change) => setValue(change.currentTarget.value)}
      />
      <div className={styles.answers}>
        <Button onClick={onDone}>Leave it</Button>
        <Button kind="primary" type="submit">
          Add
        </Button>
      </div>
    </form>
  );
}

/** The directory that is selected, or the one of the selected path. */
function startingPath(): string {
  const { selected, tree } = useMetadata.getState();
  const node = findNode(tree, selected);
  if (node === null) return TOP;
  const directory = isDirectory(node) ? node.path : node.path.slice(0, -node.name.length - 1);
  return directory === '' ? TOP : `${directory}/`;
}

/** As people paste it: with a slash in front, or with the version. */
function plainPath(text: string): string {
  return text.trim().replace(/^\/?(latest\/)?/, '');
}

/** A path that is there already is edited in its own field, which says more about it. */
function takenProblem(path: string): string | null {
  const taken = useMetadata.getState().items?.some((item) => item.path === path && item.present) === true;
  return taken ? `${path} has a value already; select it in the tree to change it.` : null;
}
