// The value of a path, edited in place: Enter or leaving the field serves it, Esc takes it back.
import { Checkbox } from '@mantine/core';
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { AbsentBox } from './absent-box.tsx';
import { orTell, resetPath } from './edits.ts';
import styles from './pane.module.css';
import { ResetButton } from './reset-button.tsx';
import { useDraft } from './use-draft.ts';
import { ValueEditor } from './value-editor.tsx';
import { VALUE_FIELD, VALUE_PROBLEM } from './value-focus.ts';
import { changeTag, countText, isMasked, shortValue, wasText } from './words.ts';

export function ValueField({ item }: { item: MetadataItem }) {
  const draft = useDraft(item);
  const reset = () => {
    draft.revert();
    void orTell(resetPath(item.path));
  };
  return (
    <div className={styles.field}>
      <ValueHead item={item} onReset={reset} />
      <ValueEditor item={item} draft={draft} />
      {draft.problem !== null && (
        <p id={VALUE_PROBLEM} className={styles.problem} role="alert">
          {draft.problem}
        </p>
      )}
      {isMasked(item.path) && (
        <p className="dim">Secrets are masked here. What you write is served as it is, masks and all.</p>
      )}
      <div className={styles.options}>
        <AbsentBox
          path={item.path}
          absent={!item.present && item.source === 'override'}
          words="Answer 404 for this path"
        />
        {item.fact !== undefined && (
          <Checkbox
            size="xs"
            label={`Only this path, not the fact ${item.fact}`}
            checked={draft.only}
            onChange={(change) => draft.setOnly(change.currentTarget.checked)}
          />
        )}
      </div>
    </div>
  );
}

function ValueHead({ item, onReset }: { item: MetadataItem; onReset: () => void }) {
  const tag = changeTag(item);
  return (
    <div className={styles.line}>
      <label htmlFor={VALUE_FIELD}>Value</label>
      {tag !== null && <span className={styles.tag}>{tag}</span>}
      <span className={styles.was}>{item.changed && <Was item={item} />}</span>
      <ResetButton
        words="Reset"
        title={`The preset says: ${shortValue(item.default)}`}
        disabled={!item.changed}
        onReset={onReset}
      />
    </div>
  );
}

function Was({ item }: { item: MetadataItem }) {
  const was = wasText(item);
  if ('lines' in was) return `${countText(was.lines, 'line')} differ from the preset`;
  return (
    <>
      was{' '}
      <span className="mono" title={item.default ?? 'absent'}>
        {was.was}
      </span>
    </>
  );
}
