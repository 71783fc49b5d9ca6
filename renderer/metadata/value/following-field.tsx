// A value that follows from something else: read only, with the reason, until somebody overrides it.
import { Button } from '../../components/button.tsx';
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { AbsentBox } from './absent-box.tsx';
import styles from '../pane.module.css';
import editor from './value-editor.module.css';
import { TREE_ID, VALUE_FIELD } from './value-focus.ts';
import { followingReason } from '../paths/reasons.ts';
import { valueWord } from '../paths/short-value.ts';

const REASON = 'metadata-value-reason';

export function FollowingField({ item, onOverride }: { item: MetadataItem; onOverride: () => void }) {
  const onKeyDown = (press: React.KeyboardEvent) => {
    if (press.key === 'Enter') onOverride();
    else if (press.key === 'Escape') document.getElementById(TREE_ID)?.focus();
    else return;
    press.preventDefault();
    press.stopPropagation();
  };
  return (
    <div className={styles.field}>
      <div className={styles.line}>
        <label htmlFor={VALUE_FIELD}>Value</label>
        <span className="dim">{item.source === 'event' ? 'from events' : 'computed'}</span>
        <span className={styles.end}>
          <Button
            acts
            className={styles.button}
            title="Serve a value of your own for this path alone"
            onClick={onOverride}
          >
            Override
          </Button>
        </span>
      </div>
      <div className={editor.input} data-following>
        <input
          id={VALUE_FIELD}
          type="text"
          readOnly
          aria-describedby={REASON}
          value={valueWord(item)}
          onKeyDown={onKeyDown}
        />
        <span className={editor.hint} aria-hidden>
          ↵ to override it · Esc to leave it
        </span>
      </div>
      <p id={REASON} className="dim">
        {followingReason(item)}
      </p>
      <div className={styles.options}>
        <AbsentBox path={item.path} absent={false} words="Answer 404 for this path" />
      </div>
    </div>
  );
}
