// Above a value: its name, the mark of a change, what it was, and the way back.
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import styles from '../pane.module.css';
import { ResetButton } from './reset-button.tsx';
import { VALUE_FIELD, VALUE_PROBLEM } from './value-focus.ts';
import { changeTag } from '../paths/item-state.ts';
import { wasText } from '../paths/short-change.ts';
import { shortValue } from '../paths/short-value.ts';
import { countText } from '../../words/count-text.ts';

export function FieldHead({ item, onReset }: { item: MetadataItem; onReset: () => void }) {
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

/** What is wrong with a draft, said at the field and to those who only hear it. */
export function FieldProblem({ problem }: { problem: string | null }) {
  if (problem === null) return null;
  return (
    <p id={VALUE_PROBLEM} className={styles.problem} role="alert">
      {problem}
    </p>
  );
}
