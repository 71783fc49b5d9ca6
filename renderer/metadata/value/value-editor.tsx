// The field for a value, by its kind: a choice, a line, or several lines.
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import styles from './value-editor.module.css';
import { hasChoices } from '../choices/choices.ts';
import { useChoices } from '../choices/use-choices.ts';
import { ChoiceLine } from './choice-line.tsx';
import { JsonEditor } from './json-editor.tsx';
import { LinesEditor } from './lines-editor.tsx';
import { type EditorProps, fieldProps, onEditKey } from './edit-field.ts';
import { VALUE_FIELD, VALUE_PROBLEM } from './value-focus.ts';

const LINES_KINDS: readonly MetadataItem['kind'][] = ['lines', 'key', 'bytes'];

export function ValueEditor({ item, draft }: EditorProps) {
  if (item.allowed !== undefined) return <Choice item={item} draft={draft} allowed={item.allowed} />;
  if (item.kind === 'json') return <JsonEditor item={item} draft={draft} />;
  const isLong = LINES_KINDS.includes(item.kind) || draft.text.includes('\n');
  if (isLong) return <LinesEditor item={item} draft={draft} />;
  return hasChoices(item.path) ? <Chosen item={item} draft={draft} /> : <Line item={item} draft={draft} />;
}

/** The same field while its list is on its way, so that a draft and the focus stay. */
function Chosen({ item, draft }: EditorProps) {
  return <ChoiceLine item={item} draft={draft} choices={useChoices(item.path)} />;
}

function Line(props: EditorProps) {
  const { item, draft } = props;
  return (
    <div className={styles.input} data-bad={draft.problem !== null || undefined}>
      <input
        type="text"
        inputMode={item.kind === 'number' ? 'numeric' : undefined}
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

function Choice({ item, draft, allowed }: EditorProps & { allowed: readonly string[] }) {
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
