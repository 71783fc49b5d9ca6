// What can be done with a request: all that its row's menu has.
import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import type { LogEntryView } from '../../../app/contract/traffic.ts';
import { Caret } from '../../components/caret.tsx';
import { copyPath, copyRequest, openInMetadata, replay } from '../log/row-actions.ts';
import { FilterItems } from '../log/row-menu.tsx';
import { languageTitle, useCopyChoice } from '../../stores/copy-choice.ts';
import styles from './detail.module.css';

export function EntryActions({ entry }: { entry: LogEntryView }) {
  const language = useCopyChoice((choice) => choice.language);
  const open = openInMetadata(entry);
  return (
    <div className={styles.actions}>
      <Button size="s" onClick={() => copyRequest(entry)}>
        Copy as {languageTitle(language)}
      </Button>
      <Button acts size="s" onClick={() => void replay(entry)}>
        Replay
      </Button>
      {open !== null && (
        <Button size="s" onClick={open}>
          Open in Metadata
        </Button>
      )}
      <FilterMenu title="Filter like this">
        <FilterItems request={entry} minus="" />
      </FilterMenu>
      <FilterMenu title="Hide this">
        <FilterItems request={entry} minus="-" />
      </FilterMenu>
      <Button size="s" onClick={() => copyPath(entry)}>
        Copy path
      </Button>
    </div>
  );
}

function FilterMenu({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="s">
          {title} <Caret />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
