// A new tag, where the tags are: its key and its value.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { TAGS_PATH } from '../paths/item-state.ts';
import { AddPopover } from './add-popover.tsx';
import { addValue } from './add-value.ts';
import { FIELD_STYLES } from './field-styles.ts';
import { FormAnswers } from './form-answers.tsx';
import styles from '../metadata.module.css';

export function AddTag() {
  return (
    <AddPopover position="bottom-start" button={{ children: 'Add tag' }}>
      {(onDone) => <AddTagForm onDone={onDone} />}
    </AddPopover>
  );
}

function AddTagForm({ onDone }: { onDone: () => void }) {
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    const taken = `There is a tag ${key} already; select it in the tree to change it.`;
    const refusal = await addValue(TAGS_PATH + key, value, taken);
    setProblem(refusal);
    if (refusal === null) onDone();
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
        label="Key"
        data-autofocus
        value={key}
        error={problem}
        spellCheck={false}
        styles={FIELD_STYLES}
        onChange={(change) => {
          setKey(change.currentTarget.value);
          setProblem(null);
        }}
      />
      <TextInput
        label="Tag value"
        value={value}
        spellCheck={false}
        styles={FIELD_STYLES}
        onChange={(change) => setValue(change.currentTarget.value)}
      />
      <FormAnswers words="Add tag" onLeave={onDone} />
    </form>
  );
}
