// The field for a value of several lines.
import { type EditorProps, fieldProps, onEditKey } from './edit-field.ts';
import styles from './value-editor.module.css';

const FEWEST_ROWS = 2;
const MOST_ROWS = 16;

export function LinesEditor(props: EditorProps) {
  const { draft } = props;
  const rows = Math.min(Math.max(draft.text.split('\n').length, FEWEST_ROWS), MOST_ROWS);
  return (
    <div className={styles.input} data-lines data-bad={draft.problem !== null || undefined}>
      <textarea
        {...fieldProps(props)}
        rows={rows}
        onChange={(change) => draft.write(change.currentTarget.value)}
        onBlur={draft.leave}
        onKeyDown={(press) => onEditKey(press, draft, press.key === 'Enter' && (press.ctrlKey || press.metaKey))}
      />
      <span className={styles.hint} aria-hidden>
        Ctrl or ⌘ ↵ to serve it · Esc to leave it
      </span>
    </div>
  );
}
