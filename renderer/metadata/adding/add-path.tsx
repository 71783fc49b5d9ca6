// A path of one's own: where it lies and what it says.
import { Popover } from '@mantine/core';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { AddPathForm } from './add-path-form.tsx';
import styles from '../metadata.module.css';

export function AddPath() {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={296}
      shadow="md"
      transitionProps={{ duration: 120 }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          kind="chip"
          className={styles.end}
          aria-label="Add path"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          + path
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label="Add a path">
        <AddPathForm onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
