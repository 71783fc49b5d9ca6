// The field for a value, by its kind: a choice, a line, or several lines.
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import styles from './value-editor.module.css';
import type { Draft } from './use-draft.ts';
import { TREE_ID, VALUE_FIELD, VALUE_PROBLEM } from './value-focus.ts';

const LINES_KINDS: readonly MetadataItem['kind'][] = ['lines', 'json', 'key', 'bytes'];
const FEWEST_ROWS = 2;
const MOST_ROWS = 16;

type Props = { item: MetadataItem; draft: Draft };

export function ValueEditor({ item, draft }: Props) {
  if (item.allowed !== undefined) return <Choice item={item} draft={draft} allowed={item.allowed} />;
  const isLong = LINES_KINDS.includes(item.kind) || draft.text.includes('\n');
  return isLong ? <Lines item={item} draft={draft} /> : <Line item={item} draft={draft} />;
}

/** What the three have in common. */
function fieldProps({ item, draft }: Props) {
  return {
    id: VALUE_FIELD,
    value: draft.text,
    'aria-invalid': draft.problem !== null,
    'aria-describedby': draft.problem === null ? undefined : VALUE_PROBLEM,
    placeholder: item.present ? 'empty' : 'absent: what you write here is served',
    spellCheck: false,
    autoComplete: 'off',
  };
}

function Line(props: Props) {
  const { draft } = props;
  return (
    <div className={styles.input} data-bad={draft.problem !== null || undefined}>
      <input
        type="text"
        {...fieldProps(props)}
        onChange={(change) => draft.write(change.currentTarget.value)}
        onBlur={draft.leave}
        onKeyDown={(press) => onEditKey(press, draft, press.key === 'Enter')}
      />
      <span className={styles.hint} aria-hidden>
        ↵ to serve it · Esc to leave it
      </span>
    </div>
  );
}

function Lines(props: Props) {
  const { item, draft } = props;
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
        {item.encoding === 'base64' ? 'bytes that are no text, in base64; what you write replaces them · ' : ''}
        Ctrl or ⌘ ↵ to serve it · Esc to leave it
      </span>
    </div>
  );
}

/** Esc takes the draft back, and without one leads back to the tree; nothing else hears of these keys. */
function onEditKey(press: React.KeyboardEvent, draft: Draft, isCommit: boolean): void {
  if (press.key !== 'Escape' && !isCommit) return;
  press.preventDefault();
  press.stopPropagation();
  if (isCommit) void draft.commit();
  else if (draft.isChanged) draft.revert();
  else document.getElementById(TREE_ID)?.focus();
}

function Choice({ item, draft, allowed }: Props & { allowed: readonly string[] }) {
  const isOther = item.value !== null && !allowed.includes(item.value);
  return (
    <div className={styles.input} data-bad={draft.problem !== null || undefined}>
      <select
        id={VALUE_FIELD}
        value={draft.text}
        aria-invalid={draft.problem !== null}
        aria-describedby={draft.problem === null ? undefined : VALUE_PROBLEM}
        onChange={(change) => void draft.commit(change.currentTarget.value)}
      >
        {item.value === null && <option value="">absent</option>}
        {isOther && <option value={item.value ?? ''}>{item.value}</option>}
        {allowed.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
}
