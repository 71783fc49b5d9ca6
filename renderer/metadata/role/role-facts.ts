// What credentials the role is to have: read from the facts, changed through them.
import { useCallback, useState } from 'react';
import type { Output } from '../../../app/contract/contract.ts';
import { call } from '../../control/control.ts';
import type { RolePatch } from '../paths/edits.ts';
import { useWorldChange } from '../paths/use-world-change.ts';

export type RoleFacts = Pick<Output<'facts.get'>, 'instanceProfile' | 'roleCredentials'>;
export type RoleKind = RoleFacts['roleCredentials']['kind'] | 'none';

/** The code of a role that EC2 may not assume. */
const USUAL_FAILURE = 'AssumeRoleUnauthorizedAccess';

/** What each kind but those given by hand is made by. */
export const ROLE_PATCHES: Readonly<Record<Exclude<RoleKind, 'given'>, RolePatch>> = {
  fresh: { roleCredentials: { kind: 'fresh' } },
  expired: { roleCredentials: { kind: 'expired' } },
  failure: { roleCredentials: { kind: 'failure', code: USUAL_FAILURE } },
  none: { instanceProfile: null },
};

/** The facts, null until the first answer; and how to read them again. */
export function useRoleFacts(): { facts: RoleFacts | null; pull: () => Promise<void> } {
  const [facts, setFacts] = useState<RoleFacts | null>(null);
  const pull = useCallback(async () => {
    const result = await call('facts.get', {});
    if (result.ok) setFacts(result.data);
  }, []);
  useWorldChange(pull);
  return { facts, pull };
}

export function kindOf({ instanceProfile, roleCredentials }: RoleFacts): RoleKind {
  return instanceProfile === null ? 'none' : roleCredentials.kind;
}
