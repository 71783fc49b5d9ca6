// What credentials the role has: fresh, expired, none, a failure, or somebody's own.
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Segments } from '../../components/segments.tsx';
import { changeRole, resetBelow, type RolePatch } from '../paths/edits.ts';
import { FailureFields } from './failure-fields.tsx';
import { GivenFields } from './given-fields.tsx';
import styles from './role-form.module.css';
import pane from '../pane.module.css';
import { kindOf, ROLE_PATCHES, type RoleFacts, type RoleKind, useRoleFacts } from './role-facts.ts';

const KINDS = [
  { value: 'fresh', text: 'fresh' },
  { value: 'expired', text: 'expired' },
  { value: 'failure', text: 'failing' },
  { value: 'given', text: 'given by hand' },
  { value: 'none', text: 'no role' },
] as const;

export function RoleForm({ path }: { path: string }) {
  const { facts, pull } = useRoleFacts();
  return facts === null ? null : <Form path={path} facts={facts} pull={pull} />;
}

type Props = { path: string; facts: RoleFacts; pull: () => Promise<void> };

function Form({ path, facts, pull }: Props) {
  // What was chosen stands until the server has it; credentials given by hand must be written first.
  const [asked, setAsked] = useState<RoleKind | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const change = async (patch: RolePatch) => {
    const refusal = await changeRole(path, patch);
    setProblem(refusal);
    await pull();
    if (refusal === null || patch.roleCredentials?.kind !== 'given') setAsked(null);
    return refusal === null;
  };
  const choose = (kind: RoleKind) => {
    setProblem(null);
    setAsked(kind);
    if (kind !== 'given') void change(ROLE_PATCHES[kind]);
  };
  const kind = kindOf(facts);
  const shown = asked ?? kind;
  return (
    <section className={pane.field} aria-label="Credentials of the role">
      <b>Credentials of the role</b>
      <div className={styles.kinds}>
        <Segments label="The role has" options={KINDS} value={shown} disabled={kind === 'none'} onChange={choose} />
      </div>
      <p className="dim">{shown === 'given' && kind !== 'given' ? TO_WRITE : wordsFor(facts)}</p>
      {shown === 'failure' && <FailureFields facts={facts} onChange={change} />}
      {shown === 'given' && <GivenFields onGive={change} />}
      {problem !== null && (
        <p className={pane.problem} role="alert">
          {problem}
        </p>
      )}
      {kind === 'none' && (
        <div>
          <Button acts onClick={() => void resetBelow('meta-data/iam')}>
            Back to the role of the preset
          </Button>
        </div>
      )}
    </section>
  );
}

const TO_WRITE = 'Write them and serve them; until then the role stays as it is.';

function wordsFor({ instanceProfile, roleCredentials: kept }: RoleFacts): string {
  if (instanceProfile === null) return 'There is no role, so iam/ is absent.';
  switch (kept.kind) {
    case 'fresh':
      return 'Made up here, well formed, and renewed in good time.';
    case 'expired':
      return 'Made up here, with an Expiration in the past.';
    case 'failure':
      return 'Answered with a Code other than Success, and without credentials.';
    case 'given':
      return `Serving ${kept.accessKeyId}, ${kept.expiration === null ? 'always fresh' : `expiration ${kept.expiration}`}. Its secrets are not shown again.`;
  }
}
