// The value of a path, edited in place: Enter or leaving the field serves it, Esc takes it back.
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { AbsentBox } from './absent-box.tsx';
import { AlsoChanges } from './also-changes.tsx';
import { DraftPart } from './draft-part.tsx';
import { orTell, resetPath } from '../paths/edits.ts';
import { FieldHead, FieldProblem } from './field-head.tsx';
import { FollowingField } from './following-field.tsx';
import styles from '../pane.module.css';
import { useDraft, usualWays } from './use-draft.ts';
import { UserDataField } from './user-data-field.tsx';
import { ValueEditor } from './value-editor.tsx';
import { focusValue } from './value-focus.ts';
import { isMadeAbsent, isMasked } from '../paths/item-state.ts';

const USER_DATA_PATH = 'user-data';

export function ValueField({ item }: { item: MetadataItem }) {
  const [isOpened, setOpened] = useState(false);
  if (item.path === USER_DATA_PATH) return <UserDataField item={item} />;
  if (!isFollowing(item) || isOpened) return <EditedField item={item} onReset={() => setOpened(false)} />;
  const open = () => {
    setOpened(true);
    requestAnimationFrame(focusValue);
  };
  return <FollowingField item={item} onOverride={open} />;
}

/** True where nobody chose the value: it follows from facts or from an event. */
function isFollowing(item: MetadataItem): boolean {
  return (item.source === 'computed' || item.source === 'event') && !isMadeAbsent(item);
}

function EditedField({ item, onReset }: { item: MetadataItem; onReset: () => void }) {
  const draft = useDraft(item, usualWays(item));
  const reset = () => {
    draft.revert();
    onReset();
    void orTell(resetPath(item.path));
  };
  return (
    <div className={styles.field}>
      <FieldHead item={item} onReset={reset} />
      <ValueEditor item={item} draft={draft} />
      <FieldProblem problem={draft.problem} />
      {isMasked(item.path) && (
        <p className="dim">Secrets are masked here. What you write is served as it is, masks and all.</p>
      )}
      <AlsoChanges path={item.path} draft={draft} />
      <div className={styles.options}>
        {item.fact !== undefined && (
          <DraftPart draft={draft}>
            <Checkbox
              size="xs"
              label={`Only this path, not the fact ${item.fact}`}
              checked={draft.only}
              onChange={(change) => draft.setOnly(change.currentTarget.checked)}
            />
          </DraftPart>
        )}
        <AbsentBox path={item.path} absent={isMadeAbsent(item)} words="Answer 404 for this path" />
      </div>
    </div>
  );
}
