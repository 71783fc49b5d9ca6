// The form for a new path: what it will become is said before it is made, what the server refuses at the field.
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMetadata } from '../paths/metadata-store.ts';
import { findNode, isDirectory } from '../paths/tree.ts';
import { addValue } from './add-value.ts';
import { FormAnswers } from './form-answers.tsx';
import { FIELD_STYLES } from './field-styles.ts';
import { meantPath } from './new-path.ts';
import { useBecomes } from './use-becomes.ts';
import styles from '../metadata.module.css';

const TOP = 'meta-data/';

export function AddPathForm({ onDone }: { onDone: () => void }) {
  const [start] = useState(startingPath);
  const [text, setText] = useState(start);
  const [value, setValue] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const path = meantPath(text, start);
  const trial = useBecomes(path, value);
  const add = async () => {
    const problem = await addValue(path, value, `${path} has a value already; select it in the tree to change it.`);
    setRefusal(problem);
    if (problem === null) onDone();
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
        value={text}
        error={refusal ?? trial.problem}
        spellCheck={false}
        styles={FIELD_STYLES}
        onChange={(change) => {
          setText(change.currentTarget.value);
          setRefusal(null);
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
      <output className={styles.becomes}>
        {trial.words !== null && (
          <>
            {trial.words} <code>/latest/{path}</code>
          </>
        )}
      </output>
      <FormAnswers words="Add" onLeave={onDone} />
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
