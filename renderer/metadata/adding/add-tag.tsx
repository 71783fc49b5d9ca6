// A new tag, where the tags are: its key and its value.
import { Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { serveValue } from '../paths/edits.ts';
import { TAGS_PATH } from '../paths/item-state.ts';
import { revealPath, showAll, useMetadata } from '../paths/metadata-store.ts';
import { FIELD_STYLES } from './field-styles.ts';
import { FormAnswers } from './form-answers.tsx';
import styles from '../metadata.module.css';

export function AddTag() {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={296}
      shadow="md"
      transitionProps={{ duration: 120 }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button aria-expanded={opened} onClick={() => setOpened(!opened)}>
          Add tag
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <AddTagForm onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function AddTagForm({ onDone }: { onDone: () => void }) {
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = async () => {
    const refusal = takenProblem(key) ?? (await serveValue(TAGS_PATH + key, value, false));
    setProblem(refusal);
    if (refusal !== null) return;
    showAll();
    revealPath(TAGS_PATH + key);
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

function takenProblem(key: string): string | null {
  const taken = useMetadata.getState().items?.some(({ path, present }) => path === TAGS_PATH + key && present) === true;
  return taken ? `There is a tag ${key} already; select it in the tree to change it.` : null;
}
