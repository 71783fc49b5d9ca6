// Why a path has the value that it has.
import { expect, test } from 'vitest';
import { computedReason } from './reasons.ts';

test('a computed path says why', () => {
  expect(computedReason('meta-data/iam/security-credentials/role')).toContain('chosen for the role');
  const own = 'meta-data/identity-credentials/ec2/security-credentials/ec2-instance';
  expect(computedReason(own)).toContain('before they expire');
  expect(computedReason('meta-data/spot/instance-action')).toContain('interruption');
  expect(computedReason('meta-data/hostname')).toContain('other facts');
});
