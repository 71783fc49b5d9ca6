// A list of paths with what each was and is.
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import type { PathChange } from '../../../app/contract/answers.ts';
import styles from './path-changes.module.css';
import { shortChange } from './short-change.ts';
import { countText } from '../../words/count-text.ts';

type Props = { changes: readonly PathChange[]; onOpen?: ((path: string) => void) | undefined };

export function PathChanges({ changes, onOpen }: Props) {
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={change.path}>
          <ChangedPath path={change.path} onOpen={onOpen} />
          <ChangedValue change={change} />
        </li>
      ))}
    </ul>
  );
}

/** With more left than this it is the first few, and a button for the rest. */
const FEW = 5;

export function FewChanges({ changes, onOpen }: Props) {
  const [isWhole, setWhole] = useState(false);
  const left = changes.length - FEW;
  return (
    <>
      <PathChanges changes={isWhole ? changes : changes.slice(0, FEW)} onOpen={onOpen} />
      {left > 0 && (
        <Button kind="link" className={styles.more} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'only the first few' : `and ${left} more`}
        </Button>
      )}
    </>
  );
}

/** The last name is what tells two apart, so the rest gives way first. */
function ChangedPath({ path, onOpen }: { path: string; onOpen: Props['onOpen'] }) {
  const shown = path.replace(/^meta-data\//, '');
  const cut = shown.lastIndexOf('/') + 1;
  const text = (
    <>
      <span className={styles.above}>{shown.slice(0, cut)}</span>
      <span>{shown.slice(cut)}</span>
    </>
  );
  if (onOpen === undefined) {
    return (
      <span className={styles.path} title={path}>
        {text}
      </span>
    );
  }
  return (
    <Button kind="bare" className={styles.path} title={path} onClick={() => onOpen(path)}>
      {text}
    </Button>
  );
}

function ChangedValue({ change }: { change: PathChange }) {
  const short = shortChange(change);
  if ('lines' in short) return <span className={styles.lines}>{countText(short.lines, 'line')} differ</span>;
  return (
    <>
      <s title={change.was ?? 'absent'}>{short.was}</s>
      <span className={styles.is} title={change.is ?? 'absent'}>
        {short.is}
      </span>
    </>
  );
}
