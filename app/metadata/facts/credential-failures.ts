// The usual credentials of the role, and what is said when there are none (imds.md 1.3).
import type { RoleCredentials } from './role-credentials.ts';

export const FRESH: RoleCredentials = { kind: 'fresh' };

/** Failures of the profile itself, which `iam/info` tells too. */
const OF_PROFILE: ReadonlySet<string> = new Set(['InstanceProfileNotFound']);

export function failsProfile(credentials: RoleCredentials): boolean {
  return credentials.kind === 'failure' && OF_PROFILE.has(credentials.code);
}

const HELP =
  'Please see documentation at https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html#troubleshoot_iam-ec2_errors-info-doc.';

/** The message of a failure; two blanks between its sentences, as captured. */
export function failureMessage(
  failure: { code: string; message: string | null },
  profile: { profileId: string; roleName: string },
): string {
  if (failure.message !== null) return failure.message;
  if (failure.code === 'InstanceProfileNotFound')
    return `Instance Profile with id ${profile.profileId} cannot be found.  ${HELP}`;
  return `EC2 cannot assume the role ${profile.roleName}.  ${HELP}`;
}
