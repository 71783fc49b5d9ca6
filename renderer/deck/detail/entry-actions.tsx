// What can be done with a request: all that its row's menu has.
import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LogEntryView } from '../../../app/contract/traffic.ts';
import { Caret } from '../../components/caret.tsx';
import { PlainButton } from '../../components/plain-button.tsx';
import { copyPath, copyRequest, openInMetadata, replay } from '../log/row-actions.ts';
import { FilterItems } from '../log/row-menu.tsx';
import { languageTitle, useCopyChoice } from '../../stores/copy-choice.ts';
import styles from './detail.module.css';

export function EntryActions({ entry }: { entry: LogEntryView }) {
  const language = useCopyChoice((choice) => choice.language);
  const open = openInMetadata(entry);
  return (
    <div className={styles.actions}>
      <PlainButton onClick={() => copyRequest(entry)}>Copy as {languageTitle(language)}</PlainButton>
      <PlainButton onClick={() => void replay(entry)}>Replay</PlainButton>
      {open !== null && <PlainButton onClick={open}>Open in Metadata</PlainButton>}
      <FilterMenu title="Filter like this">
        <FilterItems request={entry} minus="" />
      </FilterMenu>
      <FilterMenu title="Hide this">
        <FilterItems request={entry} minus="-" />
      </FilterMenu>
      <PlainButton onClick={() => copyPath(entry)}>Copy path</PlainButton>
    </div>
  );
}

function FilterMenu({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <PlainButton>
          {title} <Caret />
        </PlainButton>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
