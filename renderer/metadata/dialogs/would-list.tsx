// What would change: a sentence, then every option and path with what it was and would be.
import type { PathChange } from '../../../app/contract/answers.ts';
import type { WorldChanges } from '../../../app/contract/metadata.ts';
import { wouldText } from '../../world-file/import-words.ts';
import styles from '../metadata.module.css';
import { PathChanges } from '../paths/path-changes.tsx';

type Would = Pick<WorldChanges, 'changed' | 'options'>;

export function WouldList({ would }: { would: Would }) {
  const rows = rowsOf(would);
  return (
    <>
      <p className={styles.would}>{wouldText(would)}</p>
      {rows.length > 0 && (
        <div className={styles.wouldList}>
          <PathChanges changes={rows} />
        </div>
      )}
    </>
  );
}

/** The options first: they decide who gets an answer at all. */
function rowsOf({ changed, options }: Would): PathChange[] {
  const named = options.map(({ option, was, is }) => ({ path: option, was: String(was), is: String(is) }));
  return [...named, ...changed];
}
