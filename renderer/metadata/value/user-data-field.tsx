// User data: text, base64, or a file of at most 16 KiB.
import type { MetadataItem } from '../../../app/contract/metadata.ts';
import { FileButton } from '../../fields/file-button.tsx';
import { Segments } from '../../components/segments.tsx';
import { useFileDrop } from '../../fields/use-file-drop.ts';
import { AbsentBox } from './absent-box.tsx';
import { sizeOfMost } from './draft-check.ts';
import { orTell, resetPath } from '../paths/edits.ts';
import { FieldHead, FieldProblem } from './field-head.tsx';
import styles from '../pane.module.css';
import { useUserData } from './use-user-data.ts';
import { LinesEditor } from './lines-editor.tsx';

const FORMS = [
  { value: 'text', text: 'text' },
  { value: 'base64', text: 'base64' },
] as const;

export function UserDataField({ item }: { item: MetadataItem }) {
  const { form, setForm, size, draft, problem, takeFile } = useUserData(item);
  const drop = useFileDrop((file) => void takeFile(file));
  const reset = () => {
    draft.revert();
    void orTell(resetPath(item.path));
  };
  return (
    <div className={styles.field} {...drop}>
      <FieldHead item={item} onReset={reset} />
      <div className={styles.forms}>
        <Segments label="Written as" options={FORMS} value={form} onChange={setForm} />
        <FileButton
          words="From a file …"
          label="User data file"
          className={styles.button}
          onFile={(file) => void takeFile(file)}
        />
        <span className={styles.size} data-bad={problem === null ? undefined : true}>
          {size === null ? '' : sizeOfMost(size)}
        </span>
      </div>
      <LinesEditor item={item} draft={{ ...draft, problem }} />
      <FieldProblem problem={problem} />
      <div className={styles.options}>
        <AbsentBox
          path={item.path}
          absent={!item.present && item.source === 'override'}
          words="Answer 404 for this path"
        />
      </div>
    </div>
  );
}
