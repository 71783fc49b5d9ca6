// What else moves with the value of this path: while a draft of it is written, and after its last edit.
import type { PathChange } from '../../../app/contract/answers.ts';
import { DraftPart } from './draft-part.tsx';
import { revealPath, showAll, useMetadata } from '../paths/metadata-store.ts';
import { FewChanges } from '../paths/path-changes.tsx';
import styles from '../pane.module.css';
import type { Draft } from './use-draft.ts';
import { othersThan } from '../paths/short-change.ts';

/** What a draft would change; a path in it is no way out, as leaving the field serves the draft. */
export function AlsoChanges({ path, draft }: { path: string; draft: Draft }) {
  const others = othersThan(path, draft.changes);
  if (others.length === 0) return null;
  return (
    <DraftPart draft={draft}>
      <Section words="Also changes" changes={others} />
    </DraftPart>
  );
}

export function AlsoChanged({ path }: { path: string }) {
  const lastEdit = useMetadata((store) => store.lastEdit);
  if (lastEdit?.path !== path) return null;
  const others = othersThan(path, lastEdit.changed);
  return others.length === 0 ? null : <Section words="Also changed" changes={others} onOpen={openPath} />;
}

type Props = { words: string; changes: readonly PathChange[]; onOpen?: (path: string) => void };

function Section({ words, ...changes }: Props) {
  return (
    <section className={styles.field} aria-label={words}>
      <b>{words}</b>
      <FewChanges {...changes} />
    </section>
  );
}

function openPath(path: string): void {
  showAll();
  revealPath(path);
}
